package ma.qutb.market.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Everything that was said about payments. Rows are added, never changed. */
@Component
class Messages {

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    Messages(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    void add(
            @Nullable PaymentId payment,
            String kind,
            String verdict,
            String answer,
            String origin,
            String by,
            Map<String, String> fields) {
        database.sql("""
            insert into market.payment_message (payment_id, at, kind, verdict, answer, origin, by, fields)
            values (:payment, :now, :kind, :verdict, :answer, :origin, :by, cast(:fields as jsonb))
            """)
                .param("payment", payment == null ? null : payment.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("kind", kind)
                .param("verdict", verdict)
                .param("answer", answer)
                .param("origin", origin)
                .param("by", by)
                .param("fields", json.writeValueAsString(Secrets.without(fields)))
                .update();
    }

    /** How often this was said of it before. */
    int count(PaymentId payment, String kind, String verdict) {
        return database.sql("""
            select count(*)::int from market.payment_message where payment_id = :payment and kind = :kind and verdict = :verdict
            """)
                .param("payment", payment.value())
                .param("kind", kind)
                .param("verdict", verdict)
                .query(Integer.class)
                .single();
    }

    List<PaymentMessage> of(UUID payment) {
        return database.sql(
                        "select * from market.payment_message where payment_id = :payment order by id desc limit 200")
                .param("payment", payment)
                .query(this::message)
                .list();
    }

    private PaymentMessage message(ResultSet row, int number) throws SQLException {
        var fields = new TreeMap<String, String>();
        json.readTree(row.getString("fields"))
                .properties()
                .forEach(it -> fields.put(it.getKey(), it.getValue().asString()));
        return new PaymentMessage(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("verdict"),
                row.getString("answer"),
                row.getString("by"),
                fields);
    }
}
