package ma.qutb.materials.stocktake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Lots;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.stocktake.Stocktake.Act;
import ma.qutb.materials.stocktake.Stocktake.Count;
import ma.qutb.materials.stocktake.Stocktake.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stocktakes and their lines. */
@Repository
@Transactional
class StocktakeTable {

    private static final String STOCKTAKE = """
            select t.*, c.name, c.class, c.interval_mg, c.calibration_expires_on
              from materials.stocktake t join materials.scale c on c.id = t.scale_id
            """;

    private final JdbcClient database;
    private final SalePoints points;
    private final Lots lots;
    private final Clock clock;

    StocktakeTable(JdbcClient database, SalePoints points, Lots lots, Clock clock) {
        this.database = database;
        this.points = points;
        this.lots = lots;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<Stocktake> find(UUID id) {
        return database.sql(STOCKTAKE + "where t.id = :id")
                .param("id", id)
                .query((row, number) -> stocktake(row, lines(id)))
                .optional();
    }

    /** The latest of the points where this user counts or approves, newest first; without their lines. */
    @Transactional(readOnly = true)
    List<Stocktake> latest(Actor actor, int most) {
        var seen = points.all(actor, Code.COUNT).stream()
                .map(it -> it.id().value())
                .toArray(UUID[]::new);
        return database.sql(STOCKTAKE + "where t.sale_point_id = any (:points) order by t.begun_at desc limit :most")
                .param("points", seen)
                .param("most", most)
                .query((row, number) -> stocktake(row, List.of()))
                .list();
    }

    @Transactional(readOnly = true)
    List<Scale> scales(SalePointId point) {
        return database.sql("""
                        select id as scale_id, name, class, interval_mg, calibration_expires_on from materials.scale
                         where sale_point_id = :point and retired_on is null order by name
                        """)
                .param("point", point.value())
                .query((row, number) -> scale(row))
                .list();
    }

    Optional<UUID> byKey(UUID key) {
        return database.sql("select id from materials.stocktake where key = :key")
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    void add(UUID id, UUID key, SalePoint point, Scale scale, Poster by) {
        database.sql("""
                        insert into materials.stocktake (id, key, sale_point_id, scale_id, begun_at, begun_by, begun_by_name)
                        values (:id, :key, :point, :scale, :now, :by, :name)
                        """)
                .param("id", id)
                .param("key", key)
                .param("point", point.id().value())
                .param("scale", scale.id())
                .param("now", now())
                .param("by", by.id())
                .param("name", by.name())
                .update();
    }

    /** Puts a lot on the scale, again if nobody has typed what it weighs. */
    void weigh(UUID stocktake, LotId lot, long asOf) {
        database.sql("""
                        insert into materials.stocktake_line (stocktake_id, lot_id, as_of, weighed_at) values (:id, :lot, :as_of, :now)
                        on conflict on constraint stocktake_line_pk do update set as_of = excluded.as_of, weighed_at = excluded.weighed_at
                         where stocktake_line.counted is null
                        """)
                .param("id", stocktake)
                .param("lot", lot.value())
                .param("as_of", asOf)
                .param("now", now())
                .update();
    }

    /** False when it was counted before. */
    boolean count(UUID stocktake, LotId lot, Count count, Poster by) {
        return database.sql("""
                        update materials.stocktake_line
                           set counted = :counted, book = :book, tolerance = :tolerance, counted_at = :now, counted_by = :by,
                               counted_by_name = :name
                         where stocktake_id = :id and lot_id = :lot and counted is null
                        """)
                        .param("counted", count.weight())
                        .param("book", count.book())
                        .param("tolerance", count.tolerance())
                        .param("now", now())
                        .param("by", by.id())
                        .param("name", by.name())
                        .param("id", stocktake)
                        .param("lot", lot.value())
                        .update()
                == 1;
    }

    void explain(UUID stocktake, LotId lot, Cause cause, String reason, UUID entryKey) {
        database.sql("""
                        update materials.stocktake_line set cause = :cause, reason = :reason, entry_key = :key
                         where stocktake_id = :id and lot_id = :lot
                        """)
                .param("cause", cause.code())
                .param("reason", reason)
                .param("key", entryKey)
                .param("id", stocktake)
                .param("lot", lot.value())
                .update();
    }

    void finish(UUID stocktake, Poster by) {
        database.sql("""
                        update materials.stocktake set finished_at = :now, finished_by = :by, finished_by_name = :name
                         where id = :id and finished_at is null
                        """)
                .param("now", now())
                .param("by", by.id())
                .param("name", by.name())
                .param("id", stocktake)
                .update();
    }

    /** False when somebody decided before. */
    boolean decide(UUID stocktake, String decision, Poster by) {
        return database.sql("""
                        update materials.stocktake set decision = :decision, decided_at = :now, decided_by = :by, decided_by_name = :name
                         where id = :id and decision is null
                        """)
                        .param("decision", decision)
                        .param("now", now())
                        .param("by", by.id())
                        .param("name", by.name())
                        .param("id", stocktake)
                        .update()
                == 1;
    }

    private List<Line> lines(UUID stocktake) {
        var ids = database.sql("select lot_id from materials.stocktake_line where stocktake_id = :id")
                .param("id", stocktake)
                .query(UUID.class)
                .list();
        var known = lots.find(ids.stream().map(LotId::new).toList());
        return database.sql("select * from materials.stocktake_line where stocktake_id = :id order by lot_id")
                .param("id", stocktake)
                .query((row, number) -> new Line(
                        Objects.requireNonNull(known.get(new LotId(row.getObject("lot_id", UUID.class)))),
                        row.getLong("as_of"),
                        count(row)))
                .list();
    }

    private static Optional<Count> count(ResultSet row) throws SQLException {
        return row.getObject("counted") == null
                ? Optional.empty()
                : Optional.of(new Count(
                        row.getLong("counted"),
                        row.getLong("book"),
                        row.getLong("tolerance"),
                        Optional.ofNullable(row.getString("cause")).flatMap(Cause::of),
                        Optional.ofNullable(row.getString("reason")).orElse(""),
                        Optional.ofNullable(row.getObject("entry_key", UUID.class))));
    }

    private Stocktake stocktake(ResultSet row, List<Line> lines) throws SQLException {
        return new Stocktake(
                row.getObject("id", UUID.class),
                points.find(new SalePointId(row.getObject("sale_point_id", UUID.class)))
                        .orElseThrow(),
                scale(row),
                instant(row, "begun_at").orElseThrow(),
                row.getString("begun_by_name"),
                act(row, "finished"),
                Optional.ofNullable(row.getString("decision")),
                act(row, "decided"),
                lines);
    }

    private static Scale scale(ResultSet row) throws SQLException {
        return new Scale(
                row.getObject("scale_id", UUID.class),
                row.getString("name"),
                ScaleClass.valueOf(row.getString("class")),
                row.getLong("interval_mg"),
                Optional.ofNullable(row.getObject("calibration_expires_on", LocalDate.class)));
    }

    private static Optional<Act> act(ResultSet row, String which) throws SQLException {
        var at = instant(row, which + "_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Act(at.get(), row.getString(which + "_by"), row.getString(which + "_by_name")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
