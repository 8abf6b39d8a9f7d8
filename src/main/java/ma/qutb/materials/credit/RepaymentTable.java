package ma.qutb.materials.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.ledger.Conflict;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.FundId;
import ma.qutb.materials.SaleId;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.TillId;
import ma.qutb.registry.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was paid back. */
@Repository
public class RepaymentTable {

    private final JdbcClient database;

    RepaymentTable(JdbcClient database) {
        this.database = database;
    }

    /** One payment. */
    public record Paid(UUID id, long amount, String payment, String reference, Instant at, String by) {}

    /** Tills of a point that are open now, in the order they were set up. */
    List<SalePoints.Till> openTills(SalePointId point) {
        return database.sql("""
                        select t.id, t.name from materials.till t join materials.till_session s on s.till_id = t.id and s.state = 'open'
                         where t.sale_point_id = :point order by t.set_up_at, t.id
                        """)
                .param("point", point.value())
                .query((row, number) ->
                        new SalePoints.Till(new TillId(row.getObject("id", UUID.class)), point, row.getString("name")))
                .list();
    }

    private record Written(UUID id, boolean same) {}

    /** @throws Conflict when the key stands for another payment */
    Optional<UUID> sameRequest(UUID key, PersonId person, long amount) {
        return database.sql(
                        "select id, person_id = :person and amount = :amount as same from materials.repayment where key = :key")
                .param("key", key)
                .param("person", person.value())
                .param("amount", amount)
                .query((row, number) -> new Written(row.getObject("id", UUID.class), row.getBoolean("same")))
                .optional()
                .map(it -> {
                    if (!it.same()) {
                        throw new Conflict(key);
                    }
                    return it.id();
                });
    }

    /**
     * @param till for cash; written only while it is open
     * @return whether it was
     */
    boolean add(
            UUID id,
            RepaymentRequest request,
            FundId fund,
            @Nullable TillId till,
            LocalDate day,
            Instant now,
            Poster by,
            Map<SaleId, Long> parts) {
        return database.sql("""
                        with till as (select id from materials.till_session where till_id = :till and state = 'open'),
                        paid as (
                            insert into materials.repayment (id, key, sale_point_id, fund_id, person_id, amount, payment, session_id, reference,
                                received_on, received_at, received_by, received_by_name)
                            select :id, :key, :point, :fund, :person, :amount, :payment, (select id from till), :reference, :day, :now, :by, :name
                             where :payment <> 'cash' or exists (select from till)
                            returning id)
                        insert into materials.repayment_part (repayment_id, sale_id, amount)
                        select paid.id, p.sale, p.amount from paid, unnest(cast(:sales as uuid[]), cast(:amounts as bigint[])) as p (sale, amount)
                        """)
                        .param("id", id)
                        .param("key", request.key())
                        .param("point", request.point().id().value())
                        .param("fund", fund.value())
                        .param("person", request.person().value())
                        .param("amount", request.amount())
                        .param("payment", request.payment().code())
                        .param("till", till == null ? null : till.value(), java.sql.Types.OTHER)
                        .param("reference", request.reference())
                        .param("day", day)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by.id())
                        .param("name", by.name())
                        .param(
                                "sales",
                                parts.keySet().stream().map(SaleId::toString).toArray(String[]::new))
                        .param(
                                "amounts",
                                parts.values().stream().map(String::valueOf).toArray(String[]::new))
                        .update()
                > 0;
    }

    List<Paid> of(FundId fund, PersonId person, int most) {
        return database.sql("""
                        select id, amount, payment, reference, received_at, received_by_name from materials.repayment
                         where fund_id = :fund and person_id = :person order by received_at desc limit :most
                        """)
                .param("fund", fund.value())
                .param("person", person.value())
                .param("most", most)
                .query((row, number) -> new Paid(
                        row.getObject("id", UUID.class),
                        row.getLong("amount"),
                        row.getString("payment"),
                        row.getString("reference"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("received_by_name")))
                .list();
    }
}
