package ma.qutb.market.till;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.Ledger;
import ma.qutb.market.earning.Fulfilment;
import ma.qutb.market.earning.MarketAccounts;
import org.springframework.stereotype.Component;

/**
 * Where the money of a till stands in the book. Ask for {@link #held} before anything is posted: it locks the accounts of the drawer, all
 * at once, so that two sales of a till come one after the other.
 */
@Component
class TillMoney {

    /** What the card terminal took: the acquirer owes it. */
    private static final String TERMINAL = "terminal";

    private final MarketAccounts accounts;
    private final Ledger ledger;
    private final Balances balances;

    TillMoney(MarketAccounts accounts, Ledger ledger, Balances balances) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.balances = balances;
    }

    AccountId drawer(HallTill till, Currency currency) {
        return currency == Currency.MAD
                ? accounts.till(till.id(), till.name())
                : accounts.till(till.id(), till.name(), currency.code());
    }

    AccountId terminal() {
        return accounts.acquirer(TERMINAL);
    }

    /** What is in the drawer of each currency, kept until the transaction ends. */
    Map<Currency, Long> held(HallTill till) {
        var drawers = new LinkedHashMap<AccountId, Currency>();
        for (var currency : Currency.values()) {
            drawers.put(drawer(till, currency), currency);
        }
        var there = ledger.hold(drawers.keySet());
        var held = new LinkedHashMap<Currency, Long>();
        drawers.forEach((account, currency) -> held.put(currency, there.getOrDefault(account, 0L)));
        return held;
    }

    /** Whose the buyer's money is now, in dirhams: the drawer less its change, what foreign notes were taken for, the terminal. */
    List<Fulfilment.Paid> paid(HallTill till, Settlement it) {
        var paid = new ArrayList<Fulfilment.Paid>();
        add(paid, drawer(till, Currency.MAD), it.given(Currency.MAD) - it.change());
        for (var tender : it.tenders()) {
            if (tender.currency() != Currency.MAD) {
                add(paid, worth(till, tender.currency()), tender.dirhams());
            }
        }
        add(paid, terminal(), it.card());
        return paid;
    }

    /** The foreign notes themselves, in their own currency. */
    List<Fulfilment.Paid> notes(HallTill till, Settlement it) {
        var notes = new ArrayList<Fulfilment.Paid>();
        for (var tender : it.tenders()) {
            if (tender.currency() != Currency.MAD) {
                notes.addAll(notes(till, tender.currency(), tender.amount()));
            }
        }
        return notes;
    }

    /** Foreign notes that come (or go, below zero): the drawer, and the world they come from. */
    List<Fulfilment.Paid> notes(HallTill till, Currency currency, long amount) {
        return List.of(
                new Fulfilment.Paid(drawer(till, currency), amount),
                new Fulfilment.Paid(accounts.abroad(currency.code()), -amount));
    }

    /** What foreign notes in the drawer were taken for. */
    AccountId worth(HallTill till, Currency currency) {
        return accounts.foreign(till.id(), till.name(), currency.code());
    }

    /**
     * What so many foreign notes out of the drawer were taken for: their part of all, and all of it with the last.
     *
     * @param there notes in the drawer
     */
    long takenFor(HallTill till, Currency currency, long amount, long there) {
        long all = balances.of(worth(till, currency));
        return amount >= there ? all : (Math.multiplyExact(all, amount) * 2 + there) / (there * 2);
    }

    /** @throws Refusal when there is not so much change in the drawer */
    static void checkChange(Settlement it, long dirhams) {
        if (it.change() > dirhams + it.given(Currency.MAD)) {
            throw new Refusal("market.till.refusal.no-change", (dirhams + it.given(Currency.MAD)) / 100.0);
        }
    }

    private static void add(List<Fulfilment.Paid> paid, AccountId account, long amount) {
        if (amount != 0) {
            paid.add(new Fulfilment.Paid(account, amount));
        }
    }
}
