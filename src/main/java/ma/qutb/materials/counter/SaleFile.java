package ma.qutb.materials.counter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Materials;
import ma.qutb.materials.SaleId;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Sales that were made. */
@Repository
@Transactional(readOnly = true)
public class SaleFile {

    private static final String SELECT = """
            select s.*, r.reason as undone_reason, r.reversed_at, r.reversed_by_name, l.name_ar, l.name_fr, l.name_en
              from materials.sale s
              left join materials.sale_reversal r on r.sale_id = s.id
              left join materials.exception e on e.id = s.exception_id
              left join materials.support_line l on l.id = e.support_line_id
            """;

    private final JdbcClient database;
    private final SalePoints points;
    private final Materials materials;
    private final People people;

    SaleFile(JdbcClient database, SalePoints points, Materials materials, People people) {
        this.database = database;
        this.points = points;
        this.materials = materials;
        this.people = people;
    }

    /** One of a list: who, how much, for how much. */
    public record Row(
            SaleId id,
            People.Summary buyer,
            MaterialCode material,
            long weight,
            long price,
            Payment payment,
            boolean undone) {

        public String path() {
            return "/app/counter/sales/" + id;
        }
    }

    /** What a point sold on a day. */
    public record Day(List<Row> latest, long count, long price) {}

    Optional<Sold> find(SaleId sale) {
        return database.sql(SELECT + "where s.id = :id")
                .param("id", sale.value())
                .query(this::sold)
                .optional();
    }

    Day day(SalePoint point, LocalDate day, int most) {
        var sums = database.sql("""
                        select count(*), coalesce(sum(s.price), 0)::bigint from materials.sale s
                         where s.sale_point_id = :point and s.sold_on = :day
                           and not exists (select from materials.sale_reversal r where r.sale_id = s.id)
                        """)
                .param("point", point.id().value())
                .param("day", day)
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
        return new Day(latest(point, day, most), sums[0], sums[1]);
    }

    private List<Row> latest(SalePoint point, LocalDate day, int most) {
        record Found(
                UUID id, PersonId buyer, String material, long weight, long price, String payment, boolean undone) {}
        var found = database.sql("""
                        select s.id, s.buyer, s.material_code, s.weight, s.price, s.payment, r.sale_id is not null as undone
                          from materials.sale s left join materials.sale_reversal r on r.sale_id = s.id
                         where s.sale_point_id = :point and s.sold_on = :day order by s.number desc limit :most
                        """)
                .param("point", point.id().value())
                .param("day", day)
                .param("most", most)
                .query((row, number) -> new Found(
                        row.getObject("id", UUID.class),
                        new PersonId(row.getObject("buyer", UUID.class)),
                        row.getString("material_code"),
                        row.getLong("weight"),
                        row.getLong("price"),
                        row.getString("payment"),
                        row.getBoolean("undone")))
                .list();
        var buyers = people.find(found.stream().map(Found::buyer).collect(Collectors.toSet()));
        return found.stream()
                .map(it -> new Row(
                        new SaleId(it.id()),
                        Objects.requireNonNull(buyers.get(it.buyer())),
                        new MaterialCode(it.material()),
                        it.weight(),
                        it.price(),
                        Payment.of(it.payment()),
                        it.undone()))
                .toList();
    }

    private Sold sold(ResultSet row, int number) throws SQLException {
        var id = new SaleId(row.getObject("id", UUID.class));
        var material = new MaterialCode(row.getString("material_code"));
        var undone = row.getTimestamp("reversed_at");
        return new Sold(
                id,
                row.getObject("key", UUID.class),
                points.find(new SalePointId(row.getObject("sale_point_id", UUID.class)))
                        .orElseThrow(),
                row.getInt("year"),
                row.getLong("number"),
                row.getObject("sold_on", LocalDate.class),
                row.getTimestamp("sold_at").toInstant(),
                row.getTimestamp("posted_at").toInstant(),
                people.find(new PersonId(row.getObject("buyer", UUID.class))).orElseThrow(),
                row.getString("clerk_name"),
                materials.find(material).orElseThrow(),
                row.getLong("weight"),
                row.getLong("fine"),
                row.getLong("price"),
                row.getLong("shortfall"),
                Optional.ofNullable(row.getString("name_ar")).map(it -> support(row)),
                Payment.of(row.getString("payment")),
                row.getString("reference"),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("over_quota"),
                lines(id),
                undone == null
                        ? Optional.empty()
                        : Optional.of(new Sold.Undone(
                                row.getString("undone_reason"),
                                undone.toInstant(),
                                row.getString("reversed_by_name"))));
    }

    private static LocalName support(ResultSet row) {
        try {
            return new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en"));
        } catch (SQLException e) {
            throw new IllegalStateException("the row is there", e);
        }
    }

    private List<Sold.Line> lines(SaleId sale) {
        return database.sql("""
                        select l.lot_id, o.material_code || '-' || lpad(o.number::text, 6, '0') as number, o.fineness, l.weight, l.fine, l.price
                          from materials.sale_line l join materials.lot o on o.id = l.lot_id where l.sale_id = :sale order by l.line
                        """)
                .param("sale", sale.value())
                .query((row, number) -> new Sold.Line(
                        row.getObject("lot_id", UUID.class),
                        row.getString("number"),
                        Optional.ofNullable(row.getObject("fineness", Integer.class))
                                .map(Fineness::new),
                        row.getLong("weight"),
                        row.getLong("fine"),
                        row.getLong("price")))
                .list();
    }
}
