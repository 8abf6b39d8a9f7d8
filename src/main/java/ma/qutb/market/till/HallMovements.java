package ma.qutb.market.till;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.ledger.Poster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Money put into tills and taken out of them; only written, never changed. */
@Repository
class HallMovements {

    private final JdbcClient database;

    HallMovements(JdbcClient database) {
        this.database = database;
    }

    /** @return whether it is new */
    boolean add(UUID session, HallMovement it, Instant now, Poster by) {
        return database.sql("""
            insert into market.till_movement (id, key, session_id, kind, currency, amount, dirhams, reason, moved_at, moved_by_name)
            values (:id, :key, :session, :kind, :currency, :amount, :dirhams, :reason, :now, :by)
            on conflict on constraint till_movement_key_once do nothing
            """)
                        .param("id", Ids.next())
                        .param("key", it.key())
                        .param("session", session)
                        .param("kind", it.kind().code())
                        .param("currency", it.currency().code())
                        .param("amount", it.amount())
                        .param("dirhams", it.dirhams())
                        .param("reason", it.reason())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by.name())
                        .update()
                > 0;
    }
}
