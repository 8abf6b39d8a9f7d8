package ma.qutb.spaces.rent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.lease.Lease;
import ma.qutb.spaces.lease.Leases;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what tenants pay, into the cash box of the site or on the account; what was due first is paid first. */
@Service
@Transactional
public class TakingRents {

    static final String PAYMENT = "spaces-payment";
    static final String BANKED = "spaces-banked";

    private final Leases leases;
    private final RentTable table;
    private final RentAccounts accounts;
    private final FollowingPlans plans;
    private final Units units;
    private final Sites sites;
    private final Ledger ledger;
    private final Clock clock;

    TakingRents(
            Leases leases,
            RentTable table,
            RentAccounts accounts,
            FollowingPlans plans,
            Units units,
            Sites sites,
            Ledger ledger,
            Clock clock) {
        this.leases = leases;
        this.table = table;
        this.accounts = accounts;
        this.plans = plans;
        this.units = units;
        this.sites = sites;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Notes a payment; told again under the same key, answers the first.
     *
     * @param kind {@code cash} or {@code transfer}
     * @param amount centimes
     * @param reference what the bank calls it; must be said for a transfer
     * @param day it came, not after today
     * @throws Refusal when it cannot be, or a transfer was noted before
     */
    public UUID take(LeaseId id, UUID key, String kind, long amount, LocalDate day, String reference, Poster by) {
        if (table.credit(key).isPresent()) {
            return key;
        }
        var lease =
                leases.lock(id).filter(Lease::signed).orElseThrow(() -> new Refusal("spaces.rent.refusal.not-signed"));
        if (amount <= 0) {
            throw new Refusal("spaces.rent.refusal.amount");
        }
        if (day.isAfter(today())) {
            throw new Refusal("spaces.rent.refusal.ahead");
        }
        if (kind.equals("transfer") && reference.isBlank()) {
            throw new Refusal("spaces.rent.refusal.reference");
        }
        var into = kind.equals("cash") ? accounts.till(site(lease)) : accounts.bank();
        var draft = draft(lease, key, kind, amount, day, reference, by.name(), into);
        ledger.post(draft, by);
        return key;
    }

    /** Writes the row of a payment and answers the entry that goes with it, for whoever posts it among others. */
    Draft draft(
            Lease lease,
            UUID key,
            String kind,
            long amount,
            LocalDate day,
            String reference,
            String by,
            AccountId into) {
        var tenant = accounts.tenant(lease.tenant());
        try {
            table.add(new Credit(key, lease.id(), kind, amount, day, today(), reference, by));
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("rent_credit_reference_once", e, "spaces.rent.refusal.reference-used", reference);
        }
        plans.follow(lease.id(), today());
        return Draft.of(accounts.book(), key, PAYMENT, today())
                .because(reference.isBlank() ? lease.said() : lease.said() + " · " + reference)
                .from(new Source(PostingRents.SOURCE, lease.id().value()))
                .debit(into, amount)
                .credit(tenant, amount);
    }

    /** Brings cash of a site's box to the bank. */
    public void bank(Site site, UUID key, long amount, Poster by) {
        if (amount <= 0) {
            throw new Refusal("spaces.rent.refusal.amount");
        }
        ledger.post(
                Draft.of(book(), key, BANKED, today())
                        .because(site.code())
                        .debit(accounts.bank(), amount)
                        .credit(accounts.till(site), amount),
                by);
    }

    BookId book() {
        return accounts.book();
    }

    Optional<Credit> taken(UUID key) {
        return table.credit(key);
    }

    private Site site(Lease lease) {
        return sites.find(units.find(lease.unit()).orElseThrow().site()).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
