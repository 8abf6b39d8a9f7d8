package ma.qutb.materials.account;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Bounds;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.NewAccount;
import ma.qutb.ledger.Owner;
import ma.qutb.materials.Fund;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
import ma.qutb.registry.LocalName;
import ma.qutb.shell.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Opens accounts when they are first asked for; what a committed transaction has seen is remembered, as accounts are never deleted. */
@Component
class OpenedAccounts implements FundAccounts {

    private record Place(
            UUID book,
            ChartRole role,
            String commodity,
            Owner owner,
            @Nullable UUID subject) {}

    private final Map<Place, AccountId> known = new ConcurrentHashMap<>();
    private final Ledger ledger;
    private final Texts texts;

    OpenedAccounts(Ledger ledger, Texts texts) {
        this.ledger = ledger;
        this.texts = texts;
    }

    @Override
    public AccountId of(Fund fund, ChartRole role, String commodity) {
        var owner = Owner.of(Owner.Kind.FUND, fund.id().value());
        return of(fund, role, commodity, owner, null, label(role, fund.name()), Bounds.NONE);
    }

    @Override
    public AccountId of(SalePoint point, ChartRole role, String commodity) {
        return of(point.fund(), role, commodity, owner(point), null, label(role, point.name()), Bounds.NONE);
    }

    @Override
    public AccountId till(SalePoint point, SalePoints.Till till) {
        var name = label(ChartRole.TILL, point.name());
        var named = new Label(
                name.arabic() + " · " + till.name(),
                name.french() + " · " + till.name(),
                name.english() + " · " + till.name());
        return of(
                point.fund(),
                ChartRole.TILL,
                Commodity.MAD,
                owner(point),
                till.id().value(),
                named,
                Bounds.NOT_BELOW_ZERO);
    }

    @Override
    public AccountId of(
            Fund fund,
            ChartRole role,
            String commodity,
            Owner owner,
            @Nullable UUID subject,
            Label name,
            Bounds bounds) {
        var place = new Place(fund.book().value(), role, commodity, owner, subject);
        var before = known.get(place);
        if (before != null) {
            return before;
        }
        var account = ledger.openAccount(new NewAccount(fund.book(), role, commodity, owner, subject, name, bounds));
        remember(place, account);
        return account;
    }

    private void remember(Place place, AccountId account) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            known.put(place, account);
            return;
        }
        // Opened in a transaction that fails, it would not be there.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.put(place, account);
            }
        });
    }

    private Label label(ChartRole role, LocalName whose) {
        var key = "ledger.role." + role.code();
        return new Label(
                texts.say(Language.AR, key) + " · " + whose.in(Language.AR),
                texts.say(Language.FR, key) + " · " + whose.in(Language.FR),
                texts.say(Language.EN, key) + " · " + whose.in(Language.EN));
    }

    private static Owner owner(SalePoint point) {
        return Owner.of(Owner.Kind.SALE_POINT, point.id().value());
    }
}
