package ma.qutb.market.payout;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import ma.qutb.identity.Notifications;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.market.earning.Earnings;
import ma.qutb.market.earning.MarketAccounts;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pays makers: claims what they earned, waits for the paper that proves it, and posts. A statement whose lines are not what the ledger
 * says is left out whole, never in part.
 */
@Service
public class PayingOut {

    public static final String SOURCE = "market-payout";

    private final Dues dues;
    private final Payouts payouts;
    private final MarketAccounts accounts;
    private final Ledger ledger;
    private final Notifications notifications;
    private final JdbcClient database;
    private final TransactionTemplate each;
    private final Clock clock;

    PayingOut(
            Dues dues,
            Payouts payouts,
            MarketAccounts accounts,
            Ledger ledger,
            Notifications notifications,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.dues = dues;
        this.payouts = payouts;
        this.accounts = accounts;
        this.ledger = ledger;
        this.notifications = notifications;
        this.database = database;
        this.clock = clock;
        this.each = new TransactionTemplate(transactions);
        // Lines and ledger are compared as of one moment, whatever is sold meanwhile.
        each.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Pays everybody who earned something until the end of this day. Each maker's statement stands alone; the same run told again does
     * nothing more.
     *
     * @param run the form's key
     * @return the run
     * @throws Refusal when there is nobody to pay, or the day is not over
     */
    public UUID run(UUID run, LocalDate until, Poster by) {
        if (!until.isBefore(LocalDate.now(clock))) {
            throw new Refusal("market.payout.refusal.not-over");
        }
        if (exists(run)) {
            return run;
        }
        var due = dues.due(until).stream().filter(it -> it.earned() > 0).toList();
        if (due.isEmpty()) {
            throw new Refusal("market.payout.refusal.nothing");
        }
        database.sql("""
            insert into market.payout_run (id, until, run_at, run_by_name) values (:id, :until, :now, :name) on conflict do nothing
            """)
                .param("id", run)
                .param("until", until)
                .param("now", now())
                .param("name", by.name())
                .update();
        due.forEach(it -> pay(run, it, until, by));
        return run;
    }

    private void pay(UUID run, Dues.Due due, LocalDate until, Poster by) {
        try {
            each.executeWithoutResult(status -> claim(run, dues.due(due.maker(), until), until, by));
        } catch (DuplicateKeyException | ConcurrencyFailureException e) {
            // Another run claims these lines at this moment: they are paid once, by that one.
            return;
        } catch (Refusal refusal) {
            fail(run, due, refusal);
        }
    }

    private void claim(UUID run, Dues.Due due, LocalDate until, Poster by) {
        if (due.earned() <= 0) {
            return;
        }
        if (dues.owed(due.maker()) != dues.owedByLines(due.maker())) {
            throw new Refusal("market.payout.refusal.differs");
        }
        var id = Ids.next();
        database.sql("""
            insert into market.payout (id, run_id, maker_id, until, earned, held, net, method, holder, rib, state, made_at, demonstration)
            select :id, :run, m.id, :until, :earned, :held, :net,
                case when :net = 0 then 'offset' when a.rib is null then 'cash' else 'transfer' end,
                case when :net > 0 then a.holder end, case when :net > 0 then a.rib end, 'pending', :now, m.demonstration
              from market.maker m left join market.maker_account a on a.maker_id = m.id where m.id = :maker
            """)
                .param("id", id)
                .param("run", run)
                .param("maker", due.maker().value())
                .param("until", until)
                .param("earned", due.earned())
                .param("held", due.offset())
                .param("net", due.net())
                .param("now", now())
                .update();
        database.sql("""
            insert into market.payout_line (payout_id, earning_id, amount)
            select :payout, e.id, e.to_maker from market.earning e
             where e.maker_id = :maker and e.at < :end and not exists (
                select from market.payout_line l where l.earning_id = e.id and not l.released)
            """)
                .param("payout", id)
                .param("maker", due.maker().value())
                .param("end", Dues.end(until))
                .update();
        if (due.net() == 0) {
            settle(payouts.find(id).orElseThrow(), null, LocalDate.now(clock), by);
        }
    }

    /**
     * The paper is there: the payout is made, and the ledger says so.
     *
     * @param receipt the signed paper, or the bank's
     */
    @Transactional
    public void confirm(UUID payout, UUID receipt, LocalDate paidOn, Poster by) {
        var pending = payouts.find(payout).orElseThrow();
        if (paidOn.isAfter(LocalDate.now(clock)) || paidOn.isBefore(pending.until())) {
            throw new Refusal("market.payout.refusal.day");
        }
        settle(pending, receipt, paidOn, by);
    }

    private void settle(Payout it, @Nullable UUID receipt, LocalDate paidOn, Poster by) {
        int settled = database.sql("""
            update market.payout set state = 'paid', receipt_file = :file, paid_on = :day, paid_by_name = :name
             where id = :id and state = 'pending'
            """)
                .param("file", receipt)
                .param("day", paidOn)
                .param("name", by.name())
                .param("id", it.id())
                .update();
        if (settled == 0) {
            throw new Refusal("market.payout.refusal.meanwhile");
        }
        var draft = Draft.of(accounts.book(), it.id(), Earnings.PAYOUT, paidOn)
                .because(it.said())
                .from(new Source(SOURCE, it.id()))
                .debit(accounts.maker(it.maker()), it.earned());
        if (it.held() > 0) {
            draft = draft.credit(accounts.held(it.maker()), it.held());
        }
        if (it.net() > 0) {
            // Cash is drawn at the bank for the day of payment; what is sent leaves the same account.
            draft = draft.credit(accounts.bank(), it.net());
        }
        ledger.post(draft, by);
    }

    /** It was not handed over after all: its lines wait for the next run. */
    @Transactional
    public void cancel(UUID payout, String reason, Poster by) {
        if (reason.isBlank()) {
            throw new Refusal("market.payout.refusal.reason");
        }
        int cancelled = database.sql("""
            update market.payout set state = 'cancelled', reason = :reason, paid_by_name = :name where id = :id and state = 'pending'
            """)
                .param("reason", reason.strip())
                .param("name", by.name())
                .param("id", payout)
                .update();
        if (cancelled == 0) {
            throw new Refusal("market.payout.refusal.meanwhile");
        }
        database.sql("update market.payout_line set released = true where payout_id = :id")
                .param("id", payout)
                .update();
    }

    /** Where a maker's money goes from the next run on. */
    @Transactional
    public void account(UUID maker, String holder, String rib, Poster by) {
        database.sql("""
            insert into market.maker_account (maker_id, holder, rib, changed_at, changed_by_name) values (:maker, :holder, :rib, :now, :name)
            on conflict (maker_id) do update set holder = :holder, rib = :rib, changed_at = :now, changed_by_name = :name
            """)
                .param("maker", maker)
                .param("holder", holder)
                .param("rib", rib)
                .param("now", now())
                .param("name", by.name())
                .update();
    }

    private void fail(UUID run, Dues.Due due, Refusal refusal) {
        database.sql("""
            insert into market.payout_failure (run_id, maker_id, reason) values (:run, :maker, :reason) on conflict do nothing
            """)
                .param("run", run)
                .param("maker", due.maker().value())
                .param("reason", refusal.code())
                .update();
        notifications.tell(
                Role.DIRECTOR,
                Scope.EVERYWHERE,
                "market.payout.told.failed",
                List.of(due.name().arabic(), due.name().french()),
                "/app/payouts/runs/" + run);
    }

    private boolean exists(UUID run) {
        return database.sql("select exists (select from market.payout_run where id = :id)")
                .param("id", run)
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
