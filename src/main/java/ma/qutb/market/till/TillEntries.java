package ma.qutb.market.till;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.market.earning.MarketAccounts;
import ma.qutb.market.pricing.ExchangeRates;
import org.springframework.stereotype.Component;

/** What the book says of a drawer beside its sales: money moved, differences agreed to. */
@Component
class TillEntries {

    static final String DIFFERENCE = "hall-till-difference";
    static final String MOVEMENT = "hall-till-movement";
    static final String SESSION = "hall-till-day";

    private final TillMoney money;
    private final MarketAccounts accounts;
    private final ExchangeRates rates;
    private final Ledger ledger;
    private final Clock clock;

    TillEntries(TillMoney money, MarketAccounts accounts, ExchangeRates rates, Ledger ledger, Clock clock) {
        this.money = money;
        this.accounts = accounts;
        this.rates = rates;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param there notes of the currency in the drawer before */
    void movement(HallTill till, UUID session, HallMovement it, long there, Poster by) {
        var moves = new LinkedHashMap<AccountId, Long>();
        long signed = it.kind().into() ? it.amount() : -it.amount();
        if (it.currency() == Currency.MAD) {
            add(moves, money.drawer(till, Currency.MAD), signed);
            add(moves, other(it.kind()), -signed);
        } else {
            long takenFor = money.takenFor(till, it.currency(), it.amount(), there);
            money.notes(till, it.currency(), signed).forEach(also -> add(moves, also.account(), also.amount()));
            add(moves, money.worth(till, it.currency()), -takenFor);
            add(moves, accounts.bank(), it.dirhams());
            add(moves, accounts.exchange(), takenFor - it.dirhams());
        }
        post(it.key(), MOVEMENT, it.reason(), session, moves, by);
    }

    private AccountId other(HallMovement.Kind kind) {
        return switch (kind) {
            case FLOAT, DEPOSIT -> accounts.bank();
            case IN -> accounts.putIn();
            case OUT -> accounts.takenOut();
        };
    }

    void difference(UUID key, HallTill till, UUID session, HallSession.Difference it, Poster by) {
        var moves = new LinkedHashMap<AccountId, Long>();
        long there = money.held(till).getOrDefault(it.currency(), 0L);
        if (it.currency() == Currency.MAD) {
            add(moves, money.drawer(till, Currency.MAD), it.amount());
            add(moves, accounts.counting(), -it.amount());
        } else {
            long worth = it.amount() < 0
                    ? -money.takenFor(till, it.currency(), -it.amount(), there)
                    : Settlement.worth(it.amount(), rate(it.currency()));
            money.notes(till, it.currency(), it.amount()).forEach(also -> add(moves, also.account(), also.amount()));
            add(moves, money.worth(till, it.currency()), worth);
            add(moves, accounts.counting(), -worth);
        }
        post(key, DIFFERENCE, it.reason(), session, moves, by);
    }

    private long rate(Currency currency) {
        return currency.per(rates.today().orElseThrow(() -> new Refusal("market.till.refusal.no-rate")));
    }

    private void post(UUID key, String kind, String reason, UUID session, Map<AccountId, Long> moves, Poster by) {
        var draft = Draft.of(accounts.book(), key, kind, LocalDate.now(clock))
                .because(reason)
                .from(new Source(SESSION, session));
        for (var move : moves.entrySet()) {
            if (move.getValue() > 0) {
                draft = draft.debit(move.getKey(), move.getValue());
            } else if (move.getValue() < 0) {
                draft = draft.credit(move.getKey(), -move.getValue());
            }
        }
        ledger.post(draft, by);
    }

    private static void add(Map<AccountId, Long> moves, AccountId account, long amount) {
        moves.merge(account, amount, Long::sum);
    }
}
