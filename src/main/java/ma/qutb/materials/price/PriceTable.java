package ma.qutb.materials.price;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Prices;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.UnitPrice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Quotes and policies, each added to those before it. Of several of one instant the later written counts, as its id is greater. */
@Repository
public class PriceTable implements Prices {

    private final JdbcClient database;

    PriceTable(JdbcClient database) {
        this.database = database;
    }

    /** A quote with where it came from. */
    public record Entered(Quote quote, String source, String detail, Instant at, String by) {}

    /** A policy with who set it. */
    public record Set(Policy policy, Instant at, String by) {}

    @Override
    public Optional<Quote> replacement(MaterialCode material, LocalDate day) {
        return database.sql("""
                        select material_code, quoted_on, price from materials.quote
                         where material_code = :material and quoted_on <= :day
                         order by quoted_on desc, entered_at desc, id desc limit 1
                        """)
                .param("material", material.value())
                .param("day", day)
                .query((row, number) -> quote(row))
                .optional();
    }

    /** The latest quotes, newest first. */
    List<Entered> quotes(MaterialCode material, int most) {
        return database.sql("""
                        select material_code, quoted_on, price, source, detail, entered_at, entered_by_name from materials.quote
                         where material_code = :material order by quoted_on desc, entered_at desc, id desc limit :most
                        """)
                .param("material", material.value())
                .param("most", most)
                .query((row, number) -> new Entered(
                        quote(row),
                        row.getString("source"),
                        row.getString("detail"),
                        row.getTimestamp("entered_at").toInstant(),
                        row.getString("entered_by_name")))
                .list();
    }

    void add(Quote quote, String source, String detail, Instant now, Poster by) {
        database.sql("""
                        insert into materials.quote (id, material_code, quoted_on, price, source, detail, entered_at, entered_by, entered_by_name)
                        values (:id, :material, :day, :price, :source, :detail, :now, :by, :name)
                        """)
                .param("id", Ids.next())
                .param("material", quote.material().value())
                .param("day", quote.day())
                .param("price", quote.price().perMillion())
                .param("source", source)
                .param("detail", detail)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.name())
                .update();
    }

    /** What the point adds on this day. */
    Optional<Policy> policy(SalePointId point, MaterialCode material, LocalDate day) {
        return policies(point, material, "and valid_from <= :day", day, 1).stream()
                .findFirst()
                .map(Set::policy);
    }

    /** Every policy of the point for the material, newest first. */
    List<Set> policies(SalePointId point, MaterialCode material) {
        return policies(point, material, "and cast(:day as date) is not null", LocalDate.EPOCH, 500);
    }

    private List<Set> policies(SalePointId point, MaterialCode material, String condition, LocalDate day, int most) {
        return database.sql("""
                        select * from materials.price_policy
                         where sale_point_id = :point and material_code = :material %s
                         order by valid_from desc, entered_at desc, id desc limit :most
                        """.formatted(condition))
                .param("point", point.value())
                .param("material", material.value())
                .param("day", day)
                .param("most", most)
                .query((row, number) -> new Set(
                        policy(row), row.getTimestamp("entered_at").toInstant(), row.getString("entered_by_name")))
                .list();
    }

    void add(Policy policy, Instant now, Poster by) {
        var charges = policy.charges();
        database.sql("""
                        insert into materials.price_policy
                        values (:id, :point, :material, :from, :tf, :tb, :af, :ab, :lf, :lb, :mf, :mb, :days, :reason, :now, :by, :name)
                        """)
                .param("id", policy.id())
                .param("point", policy.point().value())
                .param("material", policy.material().value())
                .param("from", policy.validFrom())
                .param("tf", charges.transport().fixed().perMillion())
                .param("tb", charges.transport().basisPoints())
                .param("af", charges.assay().fixed().perMillion())
                .param("ab", charges.assay().basisPoints())
                .param("lf", charges.loss().fixed().perMillion())
                .param("lb", charges.loss().basisPoints())
                .param("mf", charges.margin().fixed().perMillion())
                .param("mb", charges.margin().basisPoints())
                .param("days", policy.quoteDays())
                .param("reason", policy.reason())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.name())
                .update();
    }

    private static Quote quote(ResultSet row) throws SQLException {
        return new Quote(
                new MaterialCode(row.getString("material_code")),
                row.getObject("quoted_on", LocalDate.class),
                new UnitPrice(row.getLong("price")));
    }

    private static Policy policy(ResultSet row) throws SQLException {
        return new Policy(
                row.getObject("id", UUID.class),
                new SalePointId(row.getObject("sale_point_id", UUID.class)),
                new MaterialCode(row.getString("material_code")),
                row.getObject("valid_from", LocalDate.class),
                new Charges(charge(row, "transport"), charge(row, "assay"), charge(row, "loss"), charge(row, "margin")),
                row.getInt("quote_days"),
                row.getString("reason"));
    }

    private static Charge charge(ResultSet row, String name) throws SQLException {
        return new Charge(new UnitPrice(row.getLong(name + "_fixed")), row.getInt(name + "_bp"));
    }
}
