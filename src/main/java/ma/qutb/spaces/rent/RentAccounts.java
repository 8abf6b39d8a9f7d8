package ma.qutb.spaces.rent;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.Bounds;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.NewAccount;
import ma.qutb.ledger.Owner;
import ma.qutb.shell.Texts;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.lease.Lease;
import ma.qutb.spaces.lease.Leases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The accounts of the book {@code SPACES}, opened when they are first asked for. What a tenant owes is one account, whatever they lease. */
@Component
class RentAccounts {

    private final Map<String, AccountId> known = new ConcurrentHashMap<>();
    private final Ledger ledger;
    private final RentBook book;
    private final Leases leases;
    private final Texts texts;

    RentAccounts(Ledger ledger, RentBook book, Leases leases, Texts texts) {
        this.ledger = ledger;
        this.book = book;
        this.leases = leases;
        this.texts = texts;
    }

    BookId book() {
        return book.id();
    }

    AccountId tenant(Lease.Tenant tenant) {
        return tenant.account().map(AccountId::new).orElseGet(() -> {
            var account = ledger.openAccount(of(ChartRole.RECEIVABLE, owner(tenant), null, named(tenant, "owed")));
            leases.account(tenant.id(), account.value());
            return account;
        });
    }

    /** What is kept for a tenant until they leave. */
    AccountId deposit(Lease.Tenant tenant) {
        return ledger.openAccount(of(ChartRole.PAYABLE, owner(tenant), null, named(tenant, "deposit")));
    }

    AccountId rents() {
        return pole(ChartRole.SALES, "rents");
    }

    AccountId charges() {
        return pole(ChartRole.OTHER_INCOME, "charges");
    }

    AccountId damages() {
        return pole(ChartRole.OTHER_INCOME, "damages");
    }

    AccountId waived() {
        return pole(ChartRole.BAD_DEBT, "waived");
    }

    AccountId bank() {
        return pole(ChartRole.BANK, "bank");
    }

    /** What tenants paid by card, which the book of sales holds. */
    AccountId cards() {
        return pole(ChartRole.BETWEEN_BOOKS, "cards");
    }

    /** The cash box of a site, never below zero. */
    AccountId till(Site site) {
        return remembered(
                "till." + site.id(),
                new NewAccount(
                        book(),
                        ChartRole.TILL,
                        Commodity.MAD,
                        Owner.pole(),
                        site.id().value(),
                        new Label(
                                texts.say(
                                        Language.AR,
                                        "spaces.rent.account.till",
                                        site.name().in(Language.AR)),
                                texts.say(
                                        Language.FR,
                                        "spaces.rent.account.till",
                                        site.name().in(Language.FR)),
                                texts.say(
                                        Language.EN,
                                        "spaces.rent.account.till",
                                        site.name().in(Language.EN))),
                        Bounds.NOT_BELOW_ZERO));
    }

    private static Owner owner(Lease.Tenant tenant) {
        var kind = tenant.who().person().isPresent() ? Owner.Kind.ARTISAN : Owner.Kind.COOPERATIVE;
        return Owner.of(kind, tenant.id());
    }

    private Label named(Lease.Tenant tenant, String key) {
        return new Label(
                texts.say(
                        Language.AR, "spaces.rent.account." + key, tenant.name().arabic()),
                texts.say(
                        Language.FR, "spaces.rent.account." + key, tenant.name().french()),
                texts.say(
                        Language.EN, "spaces.rent.account." + key, tenant.name().french()));
    }

    private AccountId pole(ChartRole role, String key) {
        var name = new Label(
                texts.say(Language.AR, "spaces.rent.account." + key),
                texts.say(Language.FR, "spaces.rent.account." + key),
                texts.say(Language.EN, "spaces.rent.account." + key));
        var subject = UUID.nameUUIDFromBytes(("qutb.spaces." + key).getBytes(StandardCharsets.UTF_8));
        return remembered(key, of(role, Owner.pole(), subject, name));
    }

    private NewAccount of(ChartRole role, Owner owner, @Nullable UUID subject, Label name) {
        return new NewAccount(book(), role, Commodity.MAD, owner, subject, name, Bounds.NONE);
    }

    private AccountId remembered(String place, NewAccount wanted) {
        var before = known.get(place);
        if (before != null) {
            return before;
        }
        var account = ledger.openAccount(wanted);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            known.put(place, account);
            return account;
        }
        // Opened in a transaction that fails, it would not be there.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.put(place, account);
            }
        });
        return account;
    }
}
