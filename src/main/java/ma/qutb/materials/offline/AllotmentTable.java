package ma.qutb.materials.offline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.ReservationId;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotId;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.Taking;
import ma.qutb.materials.TillId;
import ma.qutb.materials.UnitPrice;
import ma.qutb.materials.till.Unsent;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Allotments; one that is open may mean sales that have not arrived. */
@Repository
class AllotmentTable implements Unsent {

    private final JdbcClient database;

    AllotmentTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean of(TillId till) {
        return database.sql(
                        "select exists (select from materials.allotment where till_id = :till and closed_at is null)")
                .param("till", till.value())
                .query(Boolean.class)
                .single();
    }

    Optional<Allotment> find(UUID id) {
        return query("a.id = :id", id).stream().findFirst();
    }

    Optional<Allotment> openOf(UUID device) {
        return query("a.device_id = :id and a.closed_at is null", device).stream()
                .findFirst();
    }

    List<Allotment> openAt(SalePointId point) {
        return query("a.sale_point_id = :id and a.closed_at is null", point.value());
    }

    private List<Allotment> query(String condition, UUID id) {
        return database.sql("select a.* from materials.allotment a where " + condition + " order by a.opened_at")
                .param("id", id)
                .query(this::allotment)
                .list();
    }

    /** @throws Refusal when the device has one already */
    void add(UUID id, UUID device, String name, SalePointId point, TillId till, Instant now, Poster by) {
        try {
            database.sql("""
                            insert into materials.allotment (id, device_id, device_name, sale_point_id, till_id, opened_at, opened_by, opened_by_name)
                            values (:id, :device, :name, :point, :till, :now, :by, :by_name)
                            """)
                    .param("id", id)
                    .param("device", device)
                    .param("name", name)
                    .param("point", point.value())
                    .param("till", till.value())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("by", by.id())
                    .param("by_name", by.name())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("allotment_one_open", e, "materials.offline.refusal.has-one");
        }
    }

    void addLine(UUID allotment, int line, LotId lot, UnitPrice unitPrice, Taking held, ReservationId reservation) {
        database.sql("""
                        insert into materials.allotment_line (allotment_id, line, lot_id, unit_price, allotted, weight, fine, cost, reservation)
                        values (:allotment, :line, :lot, :price, :weight, :weight, :fine, :cost, :reservation)
                        """)
                .param("allotment", allotment)
                .param("line", line)
                .param("lot", lot.value())
                .param("price", unitPrice.perMillion())
                .param("weight", held.weight())
                .param("fine", held.fine())
                .param("cost", held.cost())
                .param("reservation", reservation.value())
                .update();
    }

    /** Writes down what is held back from now on. */
    void hold(UUID allotment, int line, Taking held, @Nullable ReservationId reservation) {
        database.sql("""
                        update materials.allotment_line set weight = :weight, fine = :fine, cost = :cost, reservation = :reservation
                         where allotment_id = :allotment and line = :line
                        """)
                .param("weight", held.weight())
                .param("fine", held.fine())
                .param("cost", held.cost())
                .param("reservation", reservation == null ? null : reservation.value(), java.sql.Types.OTHER)
                .param("allotment", allotment)
                .param("line", line)
                .update();
    }

    void close(UUID id, Instant now, Poster by) {
        database.sql("""
                        update materials.allotment set closed_at = :now, closed_by = :by, closed_by_name = :name
                         where id = :id and closed_at is null
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.name())
                .param("id", id)
                .update();
    }

    /** Locks it, so that two deliveries of one device come one after the other. */
    Optional<Allotment> lock(UUID id) {
        database.sql("select from materials.allotment where id = :id for update")
                .param("id", id)
                .query()
                .listOfRows();
        return find(id);
    }

    private Allotment allotment(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Allotment(
                id,
                row.getObject("device_id", UUID.class),
                row.getString("device_name"),
                new SalePointId(row.getObject("sale_point_id", UUID.class)),
                new TillId(row.getObject("till_id", UUID.class)),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("opened_by_name"),
                row.getTimestamp("closed_at") == null,
                lines(id));
    }

    private List<Allotment.Line> lines(UUID allotment) {
        return database.sql("""
                        select a.*, l.fineness from materials.allotment_line a join materials.lot l on l.id = a.lot_id
                         where a.allotment_id = :allotment order by a.line
                        """)
                .param("allotment", allotment)
                .query((row, number) -> line(row))
                .list();
    }

    private static Allotment.Line line(ResultSet row) throws SQLException {
        var reservation = row.getObject("reservation", UUID.class);
        return new Allotment.Line(
                row.getInt("line"),
                new LotId(row.getObject("lot_id", UUID.class)),
                Optional.ofNullable(row.getObject("fineness", Integer.class)).map(Fineness::new),
                new UnitPrice(row.getLong("unit_price")),
                row.getLong("allotted"),
                new Taking(row.getLong("weight"), row.getLong("fine"), row.getLong("cost")),
                reservation == null ? null : new ReservationId(reservation));
    }
}
