package ma.qutb.materials.till;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.account.BankAccounts;
import ma.qutb.materials.account.CashInTills;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and closes tills, and moves money between them and the bank. */
@Service
@Transactional
public class KeepingTheTill {

    static final String DIFFERENCE = "till-difference";
    static final String DEPOSIT = "till-deposit";
    static final String FLOAT = "till-float";
    static final String SESSION = "till-session";

    private final TillTable tills;
    private final ObjectProvider<Unsent> unsent;
    private final FundAccounts accounts;
    private final BankAccounts banks;
    private final Ledger ledger;
    private final Clock clock;

    KeepingTheTill(
            TillTable tills,
            ObjectProvider<Unsent> unsent,
            FundAccounts accounts,
            BankAccounts banks,
            Ledger ledger,
            Clock clock) {
        this.tills = tills;
        this.unsent = unsent;
        this.accounts = accounts;
        this.banks = banks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Opens a till with what is in it.
     *
     * @param key minted with the form: sent twice, it opens once
     * @param counted centimes
     * @param reason why it is not what the books say, if so
     * @throws Refusal when it is open, or a difference has no reason
     */
    public UUID open(UUID key, SalePoint point, SalePoints.Till till, long counted, String reason, Poster by) {
        var before = tills.byKey(key);
        if (before.isPresent()) {
            return before.get().id();
        }
        long expected = expected(point, till);
        if (counted != expected && reason.isBlank()) {
            throw new Refusal("materials.till.refusal.opening-reason");
        }
        var session = tills.open(key, point.id(), till.id(), counted, expected, clock.instant(), by);
        if (counted != expected) {
            tills.state(session, "opening", counted - expected, reason.strip(), clock.instant(), by);
        }
        return session;
    }

    /**
     * Writes down what was counted at the end, and only then looks at the books. Without a difference the till is closed; else it waits
     * for {@link #explain}. From now on nothing is sold from it.
     *
     * @param notes how many of each note and coin, by their centimes
     * @throws Refusal when it is not open, or a device has not sent all it sold
     */
    public TillSession count(SalePoint point, SalePoints.Till till, Map<Integer, Integer> notes, Poster by) {
        if (unsent.stream().anyMatch(it -> it.of(till.id()))) {
            throw new Refusal("materials.till.refusal.unsent");
        }
        var session = tills.current(till.id())
                .filter(TillSession::open)
                .orElseThrow(() -> new Refusal("materials.till.refusal.not-open"));
        long counted = Notes.sum(notes);
        var json = notes.entrySet().stream()
                .map(it -> "\"" + it.getKey() + "\":" + it.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        tills.count(session.id(), counted, expected(point, till), json, clock.instant(), by);
        return tills.find(session.id()).orElseThrow();
    }

    /**
     * Says why the count was not what the books say, and closes the till.
     *
     * @throws Refusal without a reason
     */
    public void explain(UUID session, String reason, Poster by) {
        var counted = tills.find(session)
                .filter(TillSession::counted)
                .orElseThrow(() -> new Refusal("materials.till.refusal.not-counted"));
        if (reason.isBlank()) {
            throw new Refusal("materials.till.refusal.closing-reason");
        }
        tills.state(session, "closing", counted.closingDifference(), reason.strip(), clock.instant(), by);
        tills.close(session, clock.instant());
    }

    /**
     * Agrees to a difference; it is posted then.
     *
     * @throws Refusal for whoever stated it, and when it is approved already
     */
    public void approve(SalePoint point, SalePoints.Till till, UUID session, String moment, Poster by) {
        var difference = tills.find(session).stream()
                .flatMap(it -> it.differences().stream())
                .filter(it -> it.moment().equals(moment))
                .findFirst()
                .orElseThrow(() -> new Refusal("materials.till.refusal.approved"));
        if (difference.statedById().equals(by.id())) {
            throw new Refusal("materials.till.refusal.second-person");
        }
        var key = Ids.next();
        var cash = accounts.till(point, till);
        var other = accounts.of(point, ChartRole.COUNTING_DIFFERENCE, Commodity.MAD);
        tills.approve(session, moment, key, clock.instant(), by);
        var draft = Draft.of(point.fund().book(), key, DIFFERENCE, LocalDate.now(clock))
                .because(difference.reason())
                .from(new Source(SESSION, session));
        long amount = Math.abs(difference.amount());
        ledger.post(
                difference.amount() < 0
                        ? draft.debit(other, amount).credit(cash, amount)
                        : draft.debit(cash, amount).credit(other, amount),
                by);
    }

    /**
     * Takes money to the bank. What was stated as missing is not there to be taken, also before somebody else agrees.
     *
     * @param reference on the bank's slip
     * @throws Refusal when the till is not open, has less, or the reference is missing
     */
    public void deposit(UUID key, SalePoint point, SalePoints.Till till, long amount, String reference, Poster by) {
        move(key, point, till, "deposit", DEPOSIT, amount, reference, by);
    }

    /**
     * Fetches change from the bank.
     *
     * @throws Refusal when the till is not open, the bank account has less, or the reference is missing
     */
    public void fetch(UUID key, SalePoint point, SalePoints.Till till, long amount, String reference, Poster by) {
        move(key, point, till, "float", FLOAT, amount, reference, by);
    }

    private void move(
            UUID key,
            SalePoint point,
            SalePoints.Till till,
            String kind,
            String entryKind,
            long amount,
            String reference,
            Poster by) {
        if (amount <= 0) {
            throw new Refusal("materials.till.refusal.amount");
        }
        if (reference.isBlank()) {
            throw new Refusal("materials.till.refusal.reference");
        }
        var cash = accounts.till(point, till);
        long there = ledger.hold(List.of(cash)).getOrDefault(cash, 0L);
        var session = tills.current(till.id())
                .filter(TillSession::open)
                .orElseThrow(() -> new Refusal("materials.till.refusal.not-open"));
        if (!tills.move(Ids.next(), key, till.id(), kind, amount, reference.strip(), clock.instant(), by)) {
            return;
        }
        boolean in = kind.equals("float");
        if (!in) {
            CashInTills.check(there, -tills.waiting(till.id()), amount);
        }
        var bank = in ? banks.paying(point, amount) : accounts.of(point, ChartRole.BANK, Commodity.MAD);
        ledger.post(
                Draft.of(point.fund().book(), key, entryKind, LocalDate.now(clock))
                        .because(reference)
                        .from(new Source(SESSION, session.id()))
                        .debit(in ? cash : bank, amount)
                        .credit(in ? bank : cash, amount),
                by);
    }

    /** What should be in it, held so that no sale comes in between: what the books say, and the differences not yet in the books. */
    private long expected(SalePoint point, SalePoints.Till till) {
        var cash = accounts.till(point, till);
        return ledger.hold(List.of(cash)).getOrDefault(cash, 0L) + tills.waiting(till.id());
    }
}
