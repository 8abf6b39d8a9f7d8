package ma.qutb.spaces.rent;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.spaces.LeaseChanged;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.LeaseSigned;
import ma.qutb.spaces.lease.Lease;
import ma.qutb.spaces.lease.Leases;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings what was posted of each lease up to what it costs, month by month: what is missing is posted as rent, what was too much or too
 * little before as a correction, always today, so that closed months stay as they are. Run twice, the second finds nothing to post;
 * killed in the middle, whole batches are written and the rest is not, and the next run goes on.
 */
@Service
public class PostingRents {

    static final String SOURCE = "spaces-lease";
    static final String RENT = "spaces-rent";
    static final String DEPOSIT = "spaces-deposit";
    /** As many leases as one transaction takes. */
    private static final int AT_ONCE = 250;

    private final Leases leases;
    private final RentTable table;
    private final RentAccounts accounts;
    private final RentSettings settings;
    private final Ledger ledger;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PostingRents(
            Leases leases,
            RentTable table,
            RentAccounts accounts,
            RentSettings settings,
            Ledger ledger,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.leases = leases;
        this.table = table;
        this.accounts = accounts;
        this.settings = settings;
        this.ledger = ledger;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a run posted: how many parts, and what they come to in centimes. */
    public record Posted(int charges, long amount) {

        Posted plus(Posted other) {
            return new Posted(charges + other.charges, amount + other.amount);
        }
    }

    private record Batch(Optional<LeaseId> last, Posted posted) {}

    /**
     * Posts the rents up to this month, in as many transactions as it takes.
     *
     * @throws Refusal when the month has not begun
     */
    public Posted run(YearMonth month, Poster by) {
        if (month.isAfter(YearMonth.from(today()))) {
            throw new Refusal("spaces.rent.refusal.month-ahead", month.toString());
        }
        transaction.executeWithoutResult(status -> begin(month, by));
        var all = new Posted(0, 0);
        var after = Optional.<LeaseId>empty();
        while (true) {
            var from = after;
            var batch = java.util.Objects.requireNonNull(transaction.execute(status -> batch(month, from, by)));
            all = all.plus(batch.posted());
            if (batch.last().isEmpty()) {
                break;
            }
            after = batch.last();
        }
        transaction.executeWithoutResult(status -> end(month));
        return all;
    }

    /** The deposit is owed from the day both have signed. */
    @EventListener
    void signed(LeaseSigned event) {
        var lease = leases.find(event.lease()).orElseThrow();
        if (lease.deposit() == 0) {
            accounts.tenant(lease.tenant());
            return;
        }
        var charge = new Charge(
                Charge.idOf("deposit", lease.id(), ""),
                lease.id(),
                "deposit",
                YearMonth.from(today()),
                0,
                lease.deposit(),
                Optional.empty(),
                today(),
                today(),
                Optional.empty(),
                "");
        table.add(List.of(charge));
        ledger.post(
                draft(charge, lease, DEPOSIT)
                        .debit(accounts.tenant(lease.tenant()), lease.deposit())
                        .credit(accounts.deposit(lease.tenant()), lease.deposit()),
                Poster.job("spaces.rent"));
    }

    /** What was posted before and is another amount now is made good at once. */
    @EventListener
    void changed(LeaseChanged event) {
        var lease = leases.lock(event.lease()).orElseThrow();
        var posted = table.posted(List.of(lease.id())).getOrDefault(lease.id(), new TreeMap<>());
        if (!posted.isEmpty()) {
            post(lacking(lease, posted, posted.lastKey()), Map.of(lease.id(), lease), Poster.job("spaces.rent"));
        }
    }

    private Batch batch(YearMonth month, Optional<LeaseId> after, Poster by) {
        var some = leases.lockSigned(after, AT_ONCE);
        if (some.isEmpty()) {
            return new Batch(Optional.empty(), new Posted(0, 0));
        }
        var posted = table.posted(some.stream().map(Lease::id).toList());
        var charges = new ArrayList<Charge>();
        var byId = new TreeMap<LeaseId, Lease>(java.util.Comparator.comparing(LeaseId::value));
        for (var lease : some) {
            byId.put(lease.id(), lease);
            charges.addAll(lacking(lease, posted.getOrDefault(lease.id(), new TreeMap<>()), month));
        }
        var result = post(charges, byId, by);
        database.sql(
                        "update spaces.rent_run set charges = charges + :charges, amount = amount + :amount where month = :month")
                .param("charges", result.charges())
                .param("amount", result.amount())
                .param("month", month.atDay(1))
                .update();
        return new Batch(Optional.of(some.getLast().id()), result);
    }

    private Posted post(List<Charge> charges, Map<LeaseId, Lease> byId, Poster by) {
        if (charges.isEmpty()) {
            return new Posted(0, 0);
        }
        var rents = accounts.rents();
        var drafts = new ArrayList<Draft>();
        for (var charge : charges) {
            var lease = java.util.Objects.requireNonNull(byId.get(charge.lease()));
            var tenant = accounts.tenant(lease.tenant());
            drafts.add(
                    charge.amount() > 0
                            ? draft(charge, lease, RENT)
                                    .debit(tenant, charge.amount())
                                    .credit(rents, charge.amount())
                            : draft(charge, lease, RENT)
                                    .debit(rents, -charge.amount())
                                    .credit(tenant, -charge.amount()));
        }
        table.add(charges);
        ledger.postTogether(drafts, by);
        return new Posted(
                charges.size(), charges.stream().mapToLong(Charge::amount).sum());
    }

    private List<Charge> lacking(Lease lease, SortedMap<YearMonth, Reckoning.Posted> posted, YearMonth until) {
        return Reckoning.lacking(lease.terms(), posted, until).stream()
                .map(it -> charge(lease, it.month(), it.seq(), it.amount()))
                .toList();
    }

    private Charge charge(Lease lease, YearMonth month, int part, long amount) {
        var due = month.atDay(settings.dueDay());
        var from = lease.terms().from();
        var today = today();
        // Nobody is late with what was not asked for yet.
        var day = due.isBefore(today) ? today : due.isBefore(from) ? from : due;
        return new Charge(
                Charge.idOf(lease.id(), month, part),
                lease.id(),
                part == 0 && amount > 0 ? "rent" : "correction",
                month,
                part,
                amount,
                part == 0 ? Optional.of(ProRata.days(lease.terms(), month)) : Optional.empty(),
                day,
                today,
                Optional.empty(),
                "");
    }

    private Draft draft(Charge charge, Lease lease, String kind) {
        return Draft.of(accounts.book(), charge.id(), kind, charge.postedOn())
                .because(lease.said() + " · " + charge.month())
                .from(new Source(SOURCE, lease.id().value()));
    }

    private void begin(YearMonth month, Poster by) {
        database.sql("""
                        insert into spaces.rent_run (month, started_at, started_by) values (:month, :now, :by)
                        on conflict (month) do update set finished_at = null
                        """)
                .param("month", month.atDay(1))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .update();
    }

    private void end(YearMonth month) {
        database.sql("update spaces.rent_run set finished_at = :now where month = :month")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("month", month.atDay(1))
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
