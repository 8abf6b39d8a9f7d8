package ma.qutb.market.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.HoldId;
import ma.qutb.market.MakerId;
import ma.qutb.market.PieceId;
import ma.qutb.market.PriceParts;
import ma.qutb.market.ProductId;
import ma.qutb.market.finding.Photo;
import ma.qutb.market.finding.ShelfRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders, their lines and steps. */
@Repository
class OrderTable {

    private final JdbcClient database;
    private final ShelfRows rows;
    private final Clock clock;

    OrderTable(JdbcClient database, ShelfRows rows, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    Optional<BuyerOrder> find(UUID id) {
        return database.sql("select * from market.buyer_order where id = :id")
                .param("id", id)
                .query(OrderTable::order)
                .optional();
    }

    Optional<BuyerOrder> byNumber(String number) {
        return database.sql("select * from market.buyer_order where number = :number")
                .param("number", number)
                .query(OrderTable::order)
                .optional();
    }

    /** The order of whoever knows its telephone and code. */
    Optional<BuyerOrder> known(String phone, String code) {
        return database.sql("select * from market.buyer_order where phone = :phone and code = :code")
                .param("phone", phone)
                .param("code", code)
                .query(OrderTable::order)
                .optional();
    }

    /**
     * Whether somebody of these places made something of it.
     *
     * @param places null for everywhere
     */
    boolean within(UUID order, String @Nullable [] places) {
        return database.sql("""
            select cast(:places as text[]) is null or exists (
                select from market.order_line l join market.maker k on k.id = l.maker_id
                 where l.order_id = :order and k.territories && cast(:places as text[]))
            """)
                .param("places", places)
                .param("order", order)
                .query(Boolean.class)
                .single();
    }

    /** Nobody else changes it until the transaction ends. */
    BuyerOrder lock(UUID id) {
        return database.sql("select * from market.buyer_order where id = :id for no key update")
                .param("id", id)
                .query(OrderTable::order)
                .optional()
                .orElseThrow(() -> new Refusal("market.order.refusal.unknown"));
    }

    /** Those nobody confirmed in time; whoever is just at one of them is passed over. */
    List<BuyerOrder> late(int most) {
        return database.sql("""
            select * from market.buyer_order where state = 'placed' and confirm_until <= :now
             order by confirm_until limit :most for no key update skip locked
            """)
                .param("now", at(clock.instant()))
                .param("most", most)
                .query(OrderTable::order)
                .list();
    }

    List<OrderLine> lines(UUID order) {
        return database.sql("""
            select l.*, p.serial, m.kind as maker_kind,
                (select r.state from market.order_return_line rl join market.order_return r on r.id = rl.return_id
                  where rl.line_id = l.id and rl.open) as back
              from market.order_line l
              join market.maker m on m.id = l.maker_id
              left join market.piece p on p.id = l.piece_id
             where l.order_id = :order order by l.position
            """).param("order", order).query(this::line).list();
    }

    List<OrderStep> steps(UUID order) {
        return database.sql("select * from market.order_step where order_id = :order order by id desc")
                .param("order", order)
                .query((row, number) -> new OrderStep(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name"),
                        row.getString("act"),
                        State.of(row.getString("state")),
                        Money.of(row.getString("money")),
                        row.getString("note")))
                .list();
    }

    /**
     * Changes columns of an order and notes the step; the order is locked.
     *
     * @param changes columns with what they become
     */
    void step(UUID order, String act, Map<String, ?> changes, String note, Poster by) {
        var assignments = new StringBuilder("changed_at = :now");
        changes.keySet()
                .forEach(
                        it -> assignments.append(", ").append(it).append(" = :").append(it));
        var statement = database.sql("""
                with changed as (update market.buyer_order set %s where id = :id returning id, state, money)
                insert into market.order_step (order_id, at, by, by_name, act, state, money, note)
                select id, :now, :by, :by_name, :act, state, money, :note from changed
                """.formatted(assignments))
                .param("id", order)
                .param("now", at(clock.instant()))
                .param("by", by.id())
                .param("by_name", by.name())
                .param("act", act)
                .param("note", note);
        for (var change : changes.entrySet()) {
            statement = statement.param(change.getKey(), column(change.getValue()));
        }
        statement.update();
    }

    private static @Nullable Object column(@Nullable Object value) {
        return switch (value) {
            case State state -> state.code();
            case Money money -> money.code();
            case Instant moment -> at(moment);
            case null -> new org.springframework.jdbc.core.SqlParameterValue(Types.OTHER, null);
            default -> value;
        };
    }

    /** Whether every piece of it is still kept for it. */
    boolean stillHeld(UUID order) {
        return database.sql("""
            select not exists (
                select from market.order_line l join market.piece p on p.id = l.piece_id
                 where l.order_id = :order and (p.hold_id is distinct from l.hold_id or p.state <> 'held'))
            """).param("order", order).query(Boolean.class).single();
    }

    /** Which piece a line is, now that it is made. */
    void assign(UUID line, PieceId piece, HoldId hold) {
        database.sql(
                        "update market.order_line set piece_id = :piece, hold_id = :hold where id = :id and piece_id is null")
                .param("piece", piece.value())
                .param("hold", hold.value())
                .param("id", line)
                .update();
    }

    static BuyerOrder order(ResultSet row, int number) throws SQLException {
        return new BuyerOrder(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("code"),
                Language.of(row.getString("language")).orElse(Language.AR),
                new Buyer(
                        row.getString("name"),
                        row.getString("phone"),
                        Optional.ofNullable(row.getString("email")).orElse(""),
                        row.getBoolean("pick_up"),
                        row.getString("country"),
                        row.getString("city"),
                        row.getString("address"),
                        row.getString("landmark"),
                        row.getString("postcode"),
                        row.getString("note")),
                row.getObject("carrier_id", UUID.class),
                row.getString("zone_code"),
                row.getLong("weight_mg"),
                row.getString("method"),
                row.getLong("goods"),
                row.getLong("delivery"),
                row.getLong("deposit"),
                row.getLong("received"),
                row.getLong("kept"),
                State.of(row.getString("state")),
                Money.of(row.getString("money")),
                row.getLong("carrier_owes"),
                moment(row, "owed_since"),
                row.getObject("remittance_id", UUID.class),
                row.getString("tracking"),
                row.getString("reason"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getObject("confirm_until", OffsetDateTime.class).toInstant(),
                row.getObject("promised_on", LocalDate.class),
                moment(row, "sent_at"),
                moment(row, "delivered_at"),
                moment(row, "withdraw_until"),
                row.getBoolean("demonstration"));
    }

    private OrderLine line(ResultSet row, int number) throws SQLException {
        var piece = row.getObject("piece_id", UUID.class);
        var hold = row.getObject("hold_id", UUID.class);
        return new OrderLine(
                row.getObject("id", UUID.class),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getLong("product_number"),
                piece == null ? null : new PieceId(piece),
                row.getString("serial"),
                hold == null ? null : new HoldId(hold),
                new MakerId(row.getString("maker_kind").equals("person"), row.getObject("maker_id", UUID.class)),
                rows.title(row),
                photo(row.getString("photo")),
                row.getBoolean("to_order"),
                row.getObject("lead_days", Integer.class),
                new PriceParts(
                        row.getLong("price"),
                        row.getLong("part_maker"),
                        row.getLong("part_material"),
                        row.getLong("part_service"),
                        row.getLong("part_fund"),
                        row.getLong("part_transport"),
                        row.getLong("part_tax")),
                row.getLong("deposit"),
                row.getString("back"));
    }

    private Optional<Photo> photo(@Nullable String stored) {
        return stored == null
                ? Optional.empty()
                : rows.photos("[" + stored + "]").stream().findFirst();
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
