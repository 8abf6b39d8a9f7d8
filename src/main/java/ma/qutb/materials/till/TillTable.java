package ma.qutb.materials.till;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.TillId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Openings, counts, differences and movements of tills. */
@Repository
class TillTable {

    private final JdbcClient database;

    TillTable(JdbcClient database) {
        this.database = database;
    }

    Optional<TillSession> find(UUID session) {
        return sessions(database.sql("select * from materials.till_session where id = :id")
                        .param("id", session))
                .findFirst();
    }

    Optional<TillSession> byKey(UUID key) {
        return sessions(database.sql("select * from materials.till_session where key = :key")
                        .param("key", key))
                .findFirst();
    }

    /** The one that is not closed yet. */
    Optional<TillSession> current(TillId till) {
        return sessions(database.sql("select * from materials.till_session where till_id = :till and state <> 'closed'")
                        .param("till", till.value()))
                .findFirst();
    }

    List<TillSession> latest(TillId till, int most) {
        return sessions(database.sql(
                                "select * from materials.till_session where till_id = :till order by opened_at desc limit :most")
                        .param("till", till.value())
                        .param("most", most))
                .toList();
    }

    /** @throws Refusal when it is open already */
    UUID open(UUID key, SalePointId point, TillId till, long counted, long expected, Instant now, Poster by) {
        var id = Ids.next();
        try {
            database.sql("""
                            insert into materials.till_session (id, key, till_id, sale_point_id, state, opened_at, opened_by, opened_by_name,
                                opening_count, opening_expected)
                            values (:id, :key, :till, :point, 'open', :now, :by, :name, :counted, :expected)
                            """)
                    .param("id", id)
                    .param("key", key)
                    .param("till", till.value())
                    .param("point", point.value())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("by", by.id())
                    .param("name", by.name())
                    .param("counted", counted)
                    .param("expected", expected)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("till_session_one_open", e, "materials.till.refusal.open");
        }
        return id;
    }

    /** @throws Refusal when it was counted meanwhile */
    void count(UUID session, long counted, long expected, String notes, Instant now, Poster by) {
        boolean even = counted == expected;
        int done = database.sql("""
                        update materials.till_session set state = :state, closing_count = :counted, closing_expected = :expected,
                               counted = cast(:notes as jsonb), closed_by = :by, closed_by_name = :name, closed_at = :closed
                         where id = :id and state = 'open'
                        """)
                .param("state", even ? "closed" : "counted")
                .param("counted", counted)
                .param("expected", expected)
                .param("notes", notes)
                .param("by", by.id())
                .param("name", by.name())
                .param("closed", even ? now.atOffset(ZoneOffset.UTC) : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", session)
                .update();
        if (done == 0) {
            throw new Refusal("materials.till.refusal.counted");
        }
    }

    void close(UUID session, Instant now) {
        database.sql(
                        "update materials.till_session set state = 'closed', closed_at = :now where id = :id and state = 'counted'")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", session)
                .update();
    }

    void state(UUID session, String moment, long amount, String reason, Instant now, Poster by) {
        database.sql("""
                        insert into materials.till_difference (session_id, moment, amount, reason, stated_at, stated_by, stated_by_name)
                        values (:session, :moment, :amount, :reason, :now, :by, :name)
                        """)
                .param("session", session)
                .param("moment", moment)
                .param("amount", amount)
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.name())
                .update();
    }

    /** Differences of the till that nobody else has agreed to yet, and so are not in the books. */
    long waiting(TillId till) {
        return database.sql("""
                        select coalesce(sum(d.amount), 0)::bigint from materials.till_difference d
                          join materials.till_session s on s.id = d.session_id where s.till_id = :till and d.approved_at is null
                        """).param("till", till.value()).query(Long.class).single();
    }

    /** @throws Refusal when somebody approved it meanwhile */
    void approve(UUID session, String moment, UUID key, Instant now, Poster by) {
        int done = database.sql("""
                        update materials.till_difference set approved_at = :now, approved_by = :by, approved_by_name = :name, entry_key = :key
                         where session_id = :session and moment = :moment and approved_at is null
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.name())
                .param("key", key)
                .param("session", session)
                .param("moment", moment)
                .update();
        if (done == 0) {
            throw new Refusal("materials.till.refusal.approved");
        }
    }

    /** What moved between a till and the bank lately. */
    List<Movement> movements(TillId till, int most) {
        return database.sql("""
                        select kind, amount, reference, moved_at, moved_by_name from materials.till_movement
                         where till_id = :till order by moved_at desc limit :most
                        """)
                .param("till", till.value())
                .param("most", most)
                .query((row, number) -> new Movement(
                        row.getString("kind"),
                        row.getLong("amount"),
                        row.getString("reference"),
                        row.getTimestamp("moved_at").toInstant(),
                        row.getString("moved_by_name")))
                .list();
    }

    /** Sessions of a point with a difference nobody else has agreed to. */
    List<TillSession> waiting(SalePointId point) {
        return sessions(database.sql("""
                        select * from materials.till_session s where s.sale_point_id = :point
                           and exists (select from materials.till_difference d where d.session_id = s.id and d.approved_at is null)
                         order by s.opened_at
                        """).param("point", point.value())).toList();
    }

    /** Whether it was written now, and not before under the same key. */
    boolean move(UUID id, UUID key, TillId till, String kind, long amount, String reference, Instant now, Poster by) {
        return database.sql("""
                        insert into materials.till_movement (id, key, till_id, kind, amount, reference, moved_at, moved_by, moved_by_name)
                        values (:id, :key, :till, :kind, :amount, :reference, :now, :by, :name) on conflict (key) do nothing
                        """)
                        .param("id", id)
                        .param("key", key)
                        .param("till", till.value())
                        .param("kind", kind)
                        .param("amount", amount)
                        .param("reference", reference)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by.id())
                        .param("name", by.name())
                        .update()
                == 1;
    }

    /** With their differences, asked for all of them at once. */
    private Stream<TillSession> sessions(JdbcClient.StatementSpec question) {
        var found = question.query((row, number) -> session(row)).list();
        var differences = differences(found.stream().map(TillSession::id).toList());
        return found.stream().map(it -> it.with(differences.getOrDefault(it.id(), List.of())));
    }

    private static TillSession session(ResultSet row) throws SQLException {
        return new TillSession(
                row.getObject("id", UUID.class),
                new TillId(row.getObject("till_id", UUID.class)),
                new SalePointId(row.getObject("sale_point_id", UUID.class)),
                row.getString("state"),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("opened_by_name"),
                row.getLong("opening_count"),
                row.getLong("opening_expected"),
                row.getObject("closing_count", Long.class),
                row.getObject("closing_expected", Long.class),
                instant(row.getTimestamp("closed_at")),
                row.getString("closed_by_name"),
                List.of());
    }

    private Map<UUID, List<TillSession.Difference>> differences(List<UUID> sessions) {
        var differences = new HashMap<UUID, List<TillSession.Difference>>();
        if (sessions.isEmpty()) {
            return differences;
        }
        database.sql("""
                        select session_id, moment, amount, reason, stated_by, stated_by_name, approved_by_name
                          from materials.till_difference where session_id = any (:sessions) order by stated_at
                        """).param("sessions", sessions.toArray(UUID[]::new)).query(row -> {
            differences
                    .computeIfAbsent(row.getObject("session_id", UUID.class), it -> new ArrayList<>())
                    .add(new TillSession.Difference(
                            row.getString("moment"),
                            row.getLong("amount"),
                            row.getString("reason"),
                            row.getString("stated_by"),
                            row.getString("stated_by_name"),
                            row.getString("approved_by_name")));
        });
        return differences;
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
