package ma.qutb.materials.credit;

import java.time.Clock;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Bounds;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Owner;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Fund;
import ma.qutb.materials.FundAccounts;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Agrees with an artisan on credit; a new agreement takes the place of the one before. */
@Service
@Transactional
public class GrantingCredit {

    private final CreditTable credits;
    private final FundAccounts accounts;
    private final People people;
    private final Ledger ledger;
    private final Clock clock;

    GrantingCredit(CreditTable credits, FundAccounts accounts, People people, Ledger ledger, Clock clock) {
        this.credits = credits;
        this.accounts = accounts;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws Refusal when this is no artisan of the registry */
    public void grant(Fund fund, PersonId person, Agreement agreement, Poster by) {
        var artisan = people.practice(person)
                .map(People.Practice::person)
                .orElseThrow(() -> new Refusal("materials.counter.refusal.no-artisan"));
        var account = account(fund, artisan, agreement.ceiling());
        credits.keepAccount(fund.id(), person, account);
        credits.agree(fund.id(), person, agreement, clock.instant(), by);
        ledger.moveCeiling(account, agreement.ceiling());
    }

    private AccountId account(Fund fund, People.Summary artisan, long ceiling) {
        var name = artisan.name();
        return accounts.of(
                fund,
                ChartRole.RECEIVABLE,
                Commodity.MAD,
                Owner.of(Owner.Kind.ARTISAN, artisan.id().value()),
                null,
                new Label(name.arabic(), name.french(), name.english()),
                Bounds.ceiling(ceiling));
    }
}
