package ma.qutb.materials.offline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.ReservationId;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotId;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.Taking;
import ma.qutb.materials.TillId;
import ma.qutb.materials.UnitPrice;
import ma.qutb.materials.till.Unsent;
import ma.qutb.shell.offline.Allotted;
import ma.qutb.shell.offline.DeviceAllotments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Allotments; one that is open may mean sales that have not arrived. */
@Repository
class AllotmentTable implements Unsent {

    private final JdbcClient database;
    private final DeviceAllotments devices;

    AllotmentTable(JdbcClient database) {
        this.database = database;
        this.devices = new DeviceAllotments(database, "materials.allotment", "sale_point_id", "allotment_one_open");
    }

    @Override
    public boolean of(TillId till) {
        return devices.unsent(till.value());
    }

    Optional<Allotment> find(UUID id) {
        return devices.find(id).map(this::allotment);
    }

    Optional<Allotment> openOf(UUID device) {
        return devices.openOf(device).map(this::allotment);
    }

    /** @throws ma.qutb.kernel.Refusal when the device has one already */
    void add(UUID id, UUID device, String name, SalePointId point, TillId till, Instant now, Poster by) {
        devices.open(
                new Allotted(id, device, name, point.value(), till.value(), now, by.name(), true),
                by.id(),
                "materials.offline.refusal.has-one");
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
        devices.close(id, now, by.id(), by.name());
    }

    /** Locks it, so that two deliveries of one device come one after the other. */
    Optional<Allotment> lock(UUID id) {
        return devices.lock(id).map(this::allotment);
    }

    private Allotment allotment(Allotted it) {
        return new Allotment(
                it.id(),
                it.device(),
                it.deviceName(),
                new SalePointId(it.place()),
                new TillId(it.till()),
                it.openedAt(),
                it.openedBy(),
                it.open(),
                lines(it.id()));
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
