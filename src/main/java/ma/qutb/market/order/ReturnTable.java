package ma.qutb.market.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Returns of orders. Whoever writes one holds its order. */
@Repository
class ReturnTable {

    private static final String READ = """
        select r.*, array(select l.line_id from market.order_return_line l where l.return_id = r.id) as lines from market.order_return r
        """;

    private final JdbcClient database;
    private final Clock clock;

    ReturnTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record NewReturn(
            UUID key,
            UUID order,
            String kind,
            String reason,
            String by,
            long goods,
            long delivery,
            LocalDate refundUntil) {}

    Optional<UUID> byKey(UUID key) {
        return database.sql("select id from market.order_return where key = :key")
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    UUID ask(NewReturn it, List<UUID> lines) {
        var id = Ids.next();
        database.sql("""
            insert into market.order_return (id, key, order_id, kind, state, reason, asked_at, asked_by, goods, delivery, refund_until, answer)
            values (:id, :key, :order, :kind, 'asked', :reason, :now, :by, :goods, :delivery, :until, '')
            """)
                .param("id", id)
                .param("key", it.key())
                .param("order", it.order())
                .param("kind", it.kind())
                .param("reason", it.reason())
                .param("now", now())
                .param("by", it.by())
                .param("goods", it.goods())
                .param("delivery", it.delivery())
                .param("until", it.refundUntil())
                .update();
        database.sql("""
            insert into market.order_return_line (return_id, line_id, open)
            select :id, line, true from unnest(cast(:lines as uuid[])) as w (line)
            """)
                .param("id", id)
                .param("lines", lines.toArray(UUID[]::new))
                .update();
        return id;
    }

    List<OrderReturn> of(UUID order) {
        return database.sql(READ + " where r.order_id = :order order by r.asked_at desc, r.id")
                .param("order", order)
                .query(ReturnTable::read)
                .list();
    }

    /** @throws Refusal when it is not in this state any more */
    OrderReturn lock(UUID order, UUID id, String state) {
        return database.sql(
                        READ + " where r.id = :id and r.order_id = :order and r.state = :state for no key update of r")
                .param("id", id)
                .param("order", order)
                .param("state", state)
                .query(ReturnTable::read)
                .optional()
                .orElseThrow(() -> new Refusal("market.order.refusal.meanwhile"));
    }

    void received(UUID id) {
        database.sql("update market.order_return set state = 'received', received_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    void refunded(UUID id) {
        database.sql("update market.order_return set state = 'refunded', refunded_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    void declined(UUID id, String answer) {
        database.sql("update market.order_return set state = 'declined', answer = :answer where id = :id")
                .param("answer", answer)
                .param("id", id)
                .update();
        database.sql("update market.order_return_line set open = false where return_id = :id")
                .param("id", id)
                .update();
    }

    private static OrderReturn read(ResultSet row, int number) throws SQLException {
        return new OrderReturn(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("state"),
                row.getString("reason"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getLong("goods"),
                row.getLong("delivery"),
                row.getObject("refund_until", LocalDate.class),
                row.getString("answer"),
                List.of((UUID[]) row.getArray("lines").getArray()));
    }

    private OffsetDateTime now() {
        return OrderTable.at(clock.instant());
    }
}
