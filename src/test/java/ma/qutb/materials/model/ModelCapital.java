package ma.qutb.materials.model;

import static ma.qutb.materials.model.ModelBook.MONEY;
import static ma.qutb.materials.model.ModelBook.share;

import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.ledger.ChartRole;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.model.ModelBook.Entry;
import ma.qutb.materials.model.ModelBook.Place;

/** What a partner entrusted and took back, and whether the fund is whole, in dirhams and in grams. */
class ModelCapital {

    final ModelCounter counter;
    final ModelBook book;
    final UUID partner;
    long given;
    long takenBack;
    long fine;

    ModelCapital(ModelCounter counter, UUID partner) {
        this.counter = counter;
        this.book = counter.stock.book;
        this.partner = partner;
    }

    void contributed(SalePoint point, long amount, LocalDate day) {
        book.write(new Entry(day)
                .add(ModelSupply.bank(point), amount)
                .add(new Place(ChartRole.CAPITAL, MONEY, partner, null), -amount));
        given += amount;
        fine += share(amount, 1_000_000, counter.quote);
    }

    void checkAsking(long amount) {
        Refused.when(amount <= 0, "materials.fund.refusal.amount");
        Refused.when(amount > given - takenBack, "materials.fund.refusal.more-than-entrusted");
    }

    Entry pay(SalePoint point, long amount, boolean samePerson, LocalDate today) {
        Refused.when(samePerson, "materials.fund.refusal.same-person");
        Refused.when(amount > given - takenBack, "materials.fund.refusal.more-than-entrusted");
        Refused.when(amount > equity() - reserve(), "materials.fund.refusal.reserve");
        ModelSupply.checkBank(book, point, amount);
        return new Entry(today)
                .add(new Place(ChartRole.WITHDRAWAL, MONEY, partner, null), amount)
                .add(ModelSupply.bank(point), -amount);
    }

    void paid(long amount) {
        takenBack += amount;
        fine -= share(amount, 1_000_000, counter.quote);
    }

    private long sum(String commodity, ChartRole... roles) {
        return book.sum(it ->
                it.commodity().equals(commodity) && java.util.List.of(roles).contains(it.role()));
    }

    long stock() {
        return sum(MONEY, ChartRole.STOCK, ChartRole.IN_TRANSIT);
    }

    long silver() {
        return sum(ModelBook.FINE, ChartRole.STOCK, ChartRole.IN_TRANSIT);
    }

    long cash() {
        return sum(MONEY, ChartRole.BANK, ChartRole.TILL);
    }

    long owed() {
        return sum(MONEY, ChartRole.RECEIVABLE);
    }

    long debts() {
        return -sum(MONEY, ChartRole.SUPPLIER, ChartRole.PAYABLE);
    }

    long reserve() {
        return -sum(MONEY, ChartRole.REPLACEMENT_RESERVE);
    }

    long equity() {
        return stock() + cash() + owed() - debts();
    }

    /** Silver there is, and what the money would buy that will most likely come; a debt costs a milligram rather too many. */
    long silverItCouldHave(LocalDate today) {
        long money = cash() + owed() - counter.overdue(today) - debts();
        return silver()
                + java.math.BigDecimal.valueOf(money)
                        .movePointRight(6)
                        .divide(java.math.BigDecimal.valueOf(counter.quote), 0, java.math.RoundingMode.FLOOR)
                        .longValueExact();
    }
}
