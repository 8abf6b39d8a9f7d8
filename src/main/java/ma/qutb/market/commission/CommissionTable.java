package ma.qutb.market.commission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.MakerId;
import ma.qutb.market.PieceId;
import ma.qutb.market.ProductId;
import ma.qutb.market.commission.Commission.State;
import ma.qutb.market.finding.Photo;
import ma.qutb.market.finding.ShelfRows;
import ma.qutb.registry.LocalName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Commissions and the photos of them. */
@Repository
class CommissionTable {

    private static final String SELECT = """
        select c.*, o.number, o.demonstration, l.title_ar, l.title_fr, l.title_en, l.title_es, l.title_zgh, l.photo,
            l.part_maker + l.part_material as to_maker, l.deposit, l.lead_days, m.kind as maker_kind, p.serial
          from market.commission c
          join market.order_line l on l.id = c.line_id
          join market.buyer_order o on o.id = c.order_id
          join market.maker m on m.id = c.maker_id
          left join market.piece p on p.id = c.piece_id
        """;

    private final JdbcClient database;
    private final ShelfRows rows;
    private final Clock clock;

    CommissionTable(JdbcClient database, ShelfRows rows, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    /** One for each line of an order that is still to be made; asked again, none is added. */
    void ask(UUID order) {
        database.sql("""
            insert into market.commission (line_id, order_id, product_id, maker_id, state, reason, asked_at)
            select l.id, l.order_id, l.product_id, l.maker_id, 'asked', '', :now
              from market.order_line l where l.order_id = :order and l.to_order and l.piece_id is null
            on conflict do nothing
            """).param("order", order).param("now", now()).update();
    }

    Optional<Commission> find(UUID line) {
        return withPhotos(database.sql(SELECT + " where c.line_id = :line")
                        .param("line", line)
                        .query(this::commission)
                        .list())
                .stream()
                .findFirst();
    }

    /** Nobody else changes it until the transaction ends. */
    Commission lock(UUID line) {
        return withPhotos(database.sql(SELECT + " where c.line_id = :line for no key update of c")
                        .param("line", line)
                        .query(this::commission)
                        .list())
                .stream()
                .findFirst()
                .orElseThrow(() -> new Refusal("market.commission.refusal.unknown"));
    }

    List<Commission> ofOrder(UUID order) {
        return withPhotos(database.sql(SELECT + " where c.order_id = :order order by l.position")
                .param("order", order)
                .query(this::commission)
                .list());
    }

    /** Of one maker, what waits first. */
    List<Commission> ofMaker(UUID maker) {
        return withPhotos(database.sql(SELECT + """
             where c.maker_id = :maker
             order by c.state not in ('asked', 'accepted', 'begun'), c.state <> 'asked', c.ready_on, c.asked_at desc limit 100
            """)
                .param("maker", maker)
                .query(this::commission)
                .list());
    }

    Optional<Commission> ofPiece(PieceId piece) {
        return database.sql(SELECT + " where c.piece_id = :piece and c.state = 'made' and l.piece_id is null")
                .param("piece", piece.value())
                .query(this::commission)
                .optional();
    }

    int waiting(UUID maker) {
        return database.sql(
                        "select count(*) from market.commission where maker_id = :maker and state in ('asked', 'accepted', 'begun')")
                .param("maker", maker)
                .query(Integer.class)
                .single();
    }

    void accepted(UUID line, LocalDate readyOn) {
        database.sql(
                        "update market.commission set state = 'accepted', ready_on = :day, accepted_at = :now where line_id = :line")
                .param("day", readyOn)
                .param("now", now())
                .param("line", line)
                .update();
    }

    void declined(UUID line, String reason) {
        database.sql("update market.commission set state = 'declined', reason = :reason where line_id = :line")
                .param("reason", reason)
                .param("line", line)
                .update();
    }

    void begun(UUID line) {
        database.sql("update market.commission set state = 'begun', begun_at = :now where line_id = :line")
                .param("now", now())
                .param("line", line)
                .update();
    }

    void made(UUID line, PieceId piece) {
        database.sql(
                        "update market.commission set state = 'made', piece_id = :piece, made_at = :now where line_id = :line")
                .param("piece", piece.value())
                .param("now", now())
                .param("line", line)
                .update();
    }

    void cancelled(UUID order) {
        database.sql(
                        "update market.commission set state = 'cancelled' where order_id = :order and state <> 'cancelled'")
                .param("order", order)
                .update();
    }

    void photo(UUID line, @Nullable UUID file, @Nullable String asset) {
        database.sql("""
            insert into market.commission_photo (line_id, position, file_id, asset, at)
            select :line, coalesce(max(position), 0) + 1, :file, :asset, :now from market.commission_photo where line_id = :line
            on conflict on constraint commission_photo_once do nothing
            """)
                .param("line", line)
                .param("file", file, java.sql.Types.OTHER)
                .param("asset", asset)
                .param("now", now())
                .update();
    }

    private List<Commission> withPhotos(List<Commission> some) {
        var shots = shots(some.stream().map(Commission::line).toArray(UUID[]::new));
        return some.stream()
                .map(it -> it.with(shots.getOrDefault(it.line(), List.of())))
                .toList();
    }

    private Map<UUID, List<Commission.Shot>> shots(UUID[] lines) {
        var shots = new HashMap<UUID, List<Commission.Shot>>();
        if (lines.length > 0) {
            database.sql(
                            "select * from market.commission_photo where line_id = any (:lines) order by line_id, position")
                    .param("lines", lines)
                    .query(row -> {
                        shots.computeIfAbsent(row.getObject("line_id", UUID.class), some -> new ArrayList<>())
                                .add(new Commission.Shot(
                                        row.getObject("at", OffsetDateTime.class)
                                                .toInstant(),
                                        new Photo(
                                                row.getObject("file_id", UUID.class),
                                                row.getString("asset"),
                                                new LocalName("", "", ""))));
                    });
        }
        return shots;
    }

    private Commission commission(ResultSet row, int number) throws SQLException {
        var photo = row.getString("photo");
        var piece = row.getObject("piece_id", UUID.class);
        return new Commission(
                row.getObject("line_id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getString("number"),
                new ProductId(row.getObject("product_id", UUID.class)),
                new MakerId(row.getString("maker_kind").equals("person"), row.getObject("maker_id", UUID.class)),
                rows.title(row),
                photo == null
                        ? Optional.empty()
                        : rows.photos("[" + photo + "]").stream().findFirst(),
                row.getLong("to_maker"),
                row.getLong("deposit"),
                row.getObject("lead_days", Integer.class),
                State.of(row.getString("state")),
                row.getObject("ready_on", LocalDate.class),
                row.getString("reason"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                moment(row, "begun_at"),
                moment(row, "made_at"),
                piece == null ? null : new PieceId(piece),
                row.getString("serial"),
                row.getBoolean("demonstration"),
                List.of());
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
