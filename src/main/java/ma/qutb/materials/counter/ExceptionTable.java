package ma.qutb.materials.counter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.FundId;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.UnitPrice;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sales under the floor that somebody asked for, and the support lines that pay for them. */
@Repository
public class ExceptionTable {

    private static final String SELECT = """
            select e.*, l.name_ar, l.name_fr, l.name_en from materials.exception e
              join materials.support_line l on l.id = e.support_line_id
            """;

    private final JdbcClient database;

    ExceptionTable(JdbcClient database) {
        this.database = database;
    }

    /** A price somebody allowed, and who pays the rest. */
    public record Allowed(UUID id, UnitPrice unitPrice, SupportLine line) {}

    /** What was asked for. */
    public record Asked(
            UUID id,
            SalePointId point,
            PersonId buyer,
            MaterialCode material,
            long weight,
            UnitPrice unitPrice,
            SupportLine line,
            String reason,
            Instant at,
            String by,
            String byName,
            String state) {}

    /**
     * What the sale may use, taken in the transaction of the sale.
     *
     * @throws Refusal when it was not allowed, is used already, or was for another sale
     */
    Optional<Allowed> allowed(SaleRequest request) {
        if (request.exception() == null) {
            return Optional.empty();
        }
        var asked = find(request.exception())
                .filter(it -> it.state().equals("allowed"))
                .filter(it -> it.point().equals(request.point())
                        && it.buyer().equals(request.buyer())
                        && it.material().equals(request.material())
                        && it.weight() >= request.weight())
                .orElseThrow(() -> new Refusal("materials.counter.refusal.exception"));
        move(asked.id(), "allowed", "used");
        return Optional.of(new Allowed(asked.id(), asked.unitPrice(), asked.line()));
    }

    Optional<Asked> find(UUID id) {
        return database.sql(SELECT + "where e.id = :id")
                .param("id", id)
                .query(ExceptionTable::asked)
                .optional();
    }

    /** Those of a point that wait for a decision or for their sale. */
    List<Asked> open(SalePointId point) {
        return database.sql(SELECT
                        + "where e.sale_point_id = :point and e.state in ('asked', 'allowed') order by e.asked_at")
                .param("point", point.value())
                .query(ExceptionTable::asked)
                .list();
    }

    void add(Asked it) {
        database.sql("""
                        insert into materials.exception (id, sale_point_id, buyer, material_code, weight, unit_price, support_line_id, reason,
                            asked_at, asked_by, asked_by_name, state)
                        values (:id, :point, :buyer, :material, :weight, :price, :line, :reason, :at, :by, :name, 'asked')
                        on conflict (id) do nothing
                        """)
                .param("id", it.id())
                .param("point", it.point().value())
                .param("buyer", it.buyer().value())
                .param("material", it.material().value())
                .param("weight", it.weight())
                .param("price", it.unitPrice().perMillion())
                .param("line", it.line().id())
                .param("reason", it.reason())
                .param("at", it.at().atOffset(ZoneOffset.UTC))
                .param("by", it.by())
                .param("name", it.byName())
                .update();
    }

    /** @throws Refusal when it was decided meanwhile */
    void decide(UUID id, boolean allow, Instant now, Poster by) {
        int decided = database.sql("""
                        update materials.exception set state = :state, decided_at = :now, decided_by = :by, decided_by_name = :name
                         where id = :id and state = 'asked'
                        """)
                .param("state", allow ? "allowed" : "declined")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.name())
                .param("id", id)
                .update();
        if (decided == 0) {
            throw new Refusal("materials.exception.refusal.decided");
        }
    }

    private void move(UUID id, String from, String to) {
        int moved = database.sql("update materials.exception set state = :to where id = :id and state = :from")
                .param("id", id)
                .param("from", from)
                .param("to", to)
                .update();
        if (moved == 0) {
            throw new Refusal("materials.counter.refusal.exception");
        }
    }

    List<SupportLine> lines(FundId fund) {
        return database.sql("""
                        select id, name_ar, name_fr, name_en from materials.support_line
                         where fund_id = :fund and closed_on is null order by name_ar
                        """)
                .param("fund", fund.value())
                .query((row, number) -> line(row, "id"))
                .list();
    }

    void addLine(FundId fund, SupportLine line) {
        database.sql("""
                        insert into materials.support_line (id, fund_id, name_ar, name_fr, name_en, version)
                        values (:id, :fund, :ar, :fr, :en, 1)
                        """)
                .param("id", line.id())
                .param("fund", fund.value())
                .param("ar", line.name().arabic())
                .param("fr", line.name().french())
                .param("en", line.name().english())
                .update();
    }

    private static Asked asked(ResultSet row, int number) throws SQLException {
        return new Asked(
                row.getObject("id", UUID.class),
                new SalePointId(row.getObject("sale_point_id", UUID.class)),
                new PersonId(row.getObject("buyer", UUID.class)),
                new MaterialCode(row.getString("material_code")),
                row.getLong("weight"),
                new UnitPrice(row.getLong("unit_price")),
                line(row, "support_line_id"),
                row.getString("reason"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("asked_by"),
                row.getString("asked_by_name"),
                row.getString("state"));
    }

    private static SupportLine line(ResultSet row, String id) throws SQLException {
        return new SupportLine(
                row.getObject(id, UUID.class),
                new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")));
    }
}
