package ma.qutb.market.till;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.pricing.ExchangeRate;
import ma.qutb.market.till.TillSale.Tender;

/**
 * What is given for a total, what it is worth, and what goes back. Foreign money is worth what the rate of the day says, halves of a centime
 * up; change is given in dirhams.
 *
 * @param card centimes
 * @param change centimes
 */
record Settlement(List<Tender> tenders, long card, String slip, long change) {

    private static final int CARD_DIGITS = 11;
    private static final int SLIP = 30;

    /** @throws Refusal when it is not enough, the card is asked for more than the total, or there is no slip or rate */
    static Settlement of(long total, Paying paying, Optional<ExchangeRate> rate) {
        checkSlip(paying);
        var tenders = new ArrayList<Tender>();
        paying.cash().forEach((currency, amount) -> tenders.add(tender(currency, amount, rate)));
        long cash = tenders.stream().mapToLong(Tender::dirhams).sum();
        long change = cash + paying.card() - total;
        if (paying.card() > total) {
            throw new Refusal("market.till.refusal.card-too-much");
        }
        if (change < 0) {
            throw new Refusal("market.till.refusal.not-enough", -change / 100.0);
        }
        return new Settlement(List.copyOf(tenders), paying.card(), paying.card() > 0 ? paying.slip() : "", change);
    }

    private static void checkSlip(Paying paying) {
        if (paying.card() > 0 && paying.slip().isEmpty()) {
            throw new Refusal("market.till.refusal.slip");
        }
        checkSlip(paying.slip());
    }

    /** A number as long as a card's is never written down. */
    static void checkSlip(String slip) {
        if (slip.length() > SLIP || slip.chars().filter(Character::isDigit).count() >= CARD_DIGITS) {
            throw new Refusal("market.till.refusal.card-number");
        }
    }

    private static Tender tender(Currency currency, long amount, Optional<ExchangeRate> rate) {
        if (currency == Currency.MAD) {
            return new Tender(currency, amount, amount, null, null);
        }
        var today = rate.orElseThrow(() -> new Refusal("market.till.refusal.no-rate"));
        long per = currency.per(today);
        return new Tender(currency, amount, worth(amount, per), per, today.day());
    }

    /** Hundredths of a foreign currency in centimes. */
    static long worth(long amount, long per) {
        return (Math.multiplyExact(amount, per) + 5000) / 10_000;
    }

    /** Notes and coins in dirhams, before the change. */
    long cash() {
        return tenders.stream().mapToLong(Tender::dirhams).sum();
    }

    long given(Currency currency) {
        return tenders.stream()
                .filter(it -> it.currency() == currency)
                .mapToLong(Tender::amount)
                .sum();
    }
}
