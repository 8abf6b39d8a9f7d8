package ma.qutb.materials.counter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.SaleId;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.SaleUndone;
import ma.qutb.materials.TillId;
import ma.qutb.materials.account.BankAccounts;
import ma.qutb.materials.account.CashInTills;
import ma.qutb.registry.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a sale back by its opposite: the metal returns to its lots, the money to the buyer. The sale itself stays. */
@Service
@Transactional
public class UndoingSales {

    private final JdbcClient database;
    private final SalePoints points;
    private final FundAccounts accounts;
    private final BankAccounts banks;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UndoingSales(
            JdbcClient database,
            SalePoints points,
            FundAccounts accounts,
            BankAccounts banks,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.points = points;
        this.accounts = accounts;
        this.banks = banks;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    private record Sold(
            UUID key,
            SalePointId point,
            PersonId buyer,
            String payment,
            long price,
            @Nullable TillId till,
            boolean tillOpen,
            long missing) {

        boolean cash() {
            return payment.equals(Payment.CASH.code());
        }
    }

    /**
     * @param key minted with the form
     * @throws Refusal without a reason, when it is undone already, the till it was paid into is closed or has less (what was stated as missing
     *     is not there), the bank account it was paid into has less, or a part of the credit was paid back
     */
    public void undo(SaleId sale, UUID key, String reason, Poster by) {
        if (reason.isBlank()) {
            throw new Refusal("materials.undo.refusal.reason");
        }
        var sold = find(sale);
        if (sold.cash() && !sold.tillOpen()) {
            throw new Refusal("materials.counter.refusal.till-closed");
        }
        // In the order every sale takes its locks: stock and till, then the bank, then the quota, the end of the book
        // last.
        var held = ledger.hold(touched(sale, sold));
        write(sale, key, reason.strip(), by);
        if (sold.cash()) {
            CashInTills.check(held.getOrDefault(till(sold), 0L), sold.missing(), sold.price());
        }
        if (sold.payment().equals(Payment.TRANSFER.code())) {
            banks.paying(points.find(sold.point()).orElseThrow(), sold.price());
        }
        giveBackQuota(sale);
        if (sold.payment().equals(Payment.CREDIT.code())) {
            cancelDebt(sale);
        }
        events.publishEvent(new SaleUndone(sale, sold.point(), sold.buyer(), LocalDate.now(clock)));
        ledger.reverse(ledger.written(sold.key()).orElseThrow(), key, reason.strip(), by);
    }

    private Sold find(SaleId sale) {
        return database.sql("""
                        select s.key, s.sale_point_id, s.buyer, s.payment, s.price,
                               (select t.till_id from materials.till_session t where t.id = s.session_id) as till,
                               exists (select from materials.till_session now join materials.till_session past on past.till_id = now.till_id
                                        where past.id = s.session_id and now.state = 'open') as till_open,
                               (select coalesce(-sum(d.amount), 0)::bigint from materials.till_session past
                                  join materials.till_session its on its.till_id = past.till_id
                                  join materials.till_difference d on d.session_id = its.id and d.approved_at is null
                                 where past.id = s.session_id) as missing
                          from materials.sale s where s.id = :sale
                        """)
                .param("sale", sale.value())
                .query((row, number) -> new Sold(
                        row.getObject("key", UUID.class),
                        new SalePointId(row.getObject("sale_point_id", UUID.class)),
                        new PersonId(row.getObject("buyer", UUID.class)),
                        row.getString("payment"),
                        row.getLong("price"),
                        till(row.getObject("till", UUID.class)),
                        row.getBoolean("till_open"),
                        row.getLong("missing")))
                .single();
    }

    private static @Nullable TillId till(@Nullable UUID id) {
        return id == null ? null : new TillId(id);
    }

    private AccountId till(Sold sold) {
        var point = points.find(sold.point()).orElseThrow();
        return accounts.till(point, new SalePoints.Till(Objects.requireNonNull(sold.till()), point.id(), ""));
    }

    private Set<AccountId> touched(SaleId sale, Sold sold) {
        var touched = new HashSet<AccountId>();
        if (sold.till() != null) {
            touched.add(till(sold));
        }
        database
                .sql("""
                        select unnest(array[h.cost_account, h.weight_account, h.fine_account]) as account from materials.sale s
                          join materials.sale_line l on l.sale_id = s.id
                          join materials.lot_at_point h on h.lot_id = l.lot_id and h.sale_point_id = s.sale_point_id
                         where s.id = :sale
                        union select c.account from materials.debt d
                          join materials.credit_account c on c.fund_id = d.fund_id and c.person_id = d.person_id where d.sale_id = :sale
                        """)
                .param("sale", sale.value())
                .query((row, number) -> row.getObject("account", UUID.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(AccountId::new)
                .forEach(touched::add);
        return touched;
    }

    private void write(SaleId sale, UUID key, String reason, Poster by) {
        try {
            database.sql("""
                            insert into materials.sale_reversal (sale_id, reason, reversed_at, reversed_on, reversed_by, reversed_by_name, key)
                            values (:sale, :reason, :now, :today, :by, :name, :key)
                            """)
                    .param("sale", sale.value())
                    .param("reason", reason)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("today", LocalDate.now(clock))
                    .param("by", by.id())
                    .param("name", by.name())
                    .param("key", key)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("sale_reversal_once", e, "materials.undo.refusal.undone");
        }
    }

    /** To every period that counts it. */
    private void giveBackQuota(SaleId sale) {
        database.sql("""
                        update materials.quota_use u set used = u.used - s.weight from materials.sale s
                         where s.id = :sale and u.person_id = s.buyer and u.sale_point_id = s.sale_point_id
                           and u.material_code = s.material_code
                           and u.starts_on = date_trunc(u.period, s.sold_on::timestamp)::date
                        """).param("sale", sale.value()).update();
    }

    private void cancelDebt(SaleId sale) {
        var untouched = database.sql("update materials.debt set still = 0 where sale_id = :sale and still = amount")
                .param("sale", sale.value())
                .update();
        if (untouched == 0) {
            throw new Refusal("materials.undo.refusal.paid-back");
        }
    }
}
