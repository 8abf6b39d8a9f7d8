package ma.qutb.market.till;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Openings, counts, differences and movements of the hall's tills. */
@Repository
class HallSessionTable {

    private final JdbcClient database;

    HallSessionTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * The open session of a till, kept open until the transaction ends: a count waits for it. Ask before the accounts of the drawer are
     * held, as whoever counts does.
     *
     * @throws Refusal when the till is not open
     */
    UUID hold(UUID till) {
        return database.sql("select id from market.till_session where till_id = :till and state = 'open' for share")
                .param("till", till)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new Refusal("market.till.refusal.closed"));
    }

    /** The same for whoever is about to count it: nothing is sold meanwhile. */
    Optional<UUID> lock(UUID till) {
        return database.sql("select id from market.till_session where till_id = :till and state = 'open' for update")
                .param("till", till)
                .query(UUID.class)
                .optional();
    }

    Optional<HallSession> find(UUID id) {
        return query("id = :id", id).stream().findFirst();
    }

    Optional<UUID> byKey(UUID key) {
        return query("key = :id", key).stream().map(HallSession::id).findFirst();
    }

    /** The one that is not closed yet. */
    Optional<HallSession> current(UUID till) {
        return query("till_id = :id and state <> 'closed'", till).stream().findFirst();
    }

    List<HallSession> latest(UUID till) {
        return query("till_id = :id order by opened_at desc limit 8", till);
    }

    private List<HallSession> query(String condition, UUID id) {
        return database.sql("select * from market.till_session where " + condition)
                .param("id", id)
                .query(this::session)
                .list();
    }

    UUID open(UUID key, UUID till, boolean demonstration, Instant now, Poster by) {
        var id = Ids.next();
        try {
            database.sql("""
                insert into market.till_session (id, key, till_id, state, opened_at, opened_by, opened_by_name, demonstration)
                values (:id, :key, :till, 'open', :now, :by, :name, :demonstration)
                """)
                    .param("id", id)
                    .param("key", key)
                    .param("till", till)
                    .param("now", at(now))
                    .param("by", by.id())
                    .param("name", by.name())
                    .param("demonstration", demonstration)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("till_session_one_open", e, "market.till.refusal.open-already");
        }
        return id;
    }

    void count(UUID session, HallSession.Count it) {
        database.sql("""
            insert into market.till_count (session_id, moment, currency, counted, expected)
            values (:session, :moment, :currency, :counted, :expected)
            """)
                .param("session", session)
                .param("moment", it.moment())
                .param("currency", it.currency().code())
                .param("counted", it.counted())
                .param("expected", it.expected())
                .update();
    }

    /** From now on nothing is sold; with nothing to explain it is closed. */
    void counted(UUID session, boolean even, Instant now, Poster by) {
        database.sql("""
            update market.till_session set state = :state, counted_at = :now, closed_by_name = :name, closed_at = :closed where id = :id
            """)
                .param("state", even ? "closed" : "counted")
                .param("now", at(now))
                .param("closed", even ? at(now) : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("name", by.name())
                .param("id", session)
                .update();
    }

    /** @throws Refusal when it was closed meanwhile */
    void close(UUID session, Instant now) {
        int closed = database.sql(
                        "update market.till_session set state = 'closed', closed_at = :now where id = :id and state = 'counted'")
                .param("now", at(now))
                .param("id", session)
                .update();
        if (closed == 0) {
            throw new Refusal("market.till.refusal.not-counted");
        }
    }

    void state(UUID session, HallSession.Count count, String reason, Instant now, Poster by) {
        database.sql("""
            insert into market.till_difference (session_id, moment, currency, amount, reason, stated_at, stated_by, stated_by_name)
            values (:session, :moment, :currency, :amount, :reason, :now, :by, :name)
            """)
                .param("session", session)
                .param("moment", count.moment())
                .param("currency", count.currency().code())
                .param("amount", count.difference())
                .param("reason", reason)
                .param("now", at(now))
                .param("by", by.id())
                .param("name", by.name())
                .update();
    }

    /** @throws Refusal when somebody agreed to it meanwhile */
    void approve(UUID session, HallSession.Difference it, UUID entry, Instant now, Poster by) {
        int done = database.sql("""
            update market.till_difference set approved_at = :now, approved_by = :by, approved_by_name = :name, entry_key = :entry
             where session_id = :session and moment = :moment and currency = :currency and approved_at is null
            """)
                .param("now", at(now))
                .param("by", by.id())
                .param("name", by.name())
                .param("entry", entry)
                .param("session", session)
                .param("moment", it.moment())
                .param("currency", it.currency().code())
                .update();
        if (done == 0) {
            throw new Refusal("market.till.refusal.approved");
        }
    }

    /** What was stated as missing or too much in a till and is not in the book yet. */
    long waiting(UUID till, Currency currency) {
        return database.sql("""
            select coalesce(sum(d.amount), 0) from market.till_difference d join market.till_session s on s.id = d.session_id
             where s.till_id = :till and d.currency = :currency and d.approved_at is null
            """)
                .param("till", till)
                .param("currency", currency.code())
                .query(Long.class)
                .single();
    }

    /** Sessions with a difference nobody else agreed to. */
    List<HallSession> waiting(UUID till) {
        return query("""
            till_id = :id and exists (select from market.till_difference d where d.session_id = till_session.id and d.approved_at is null)
             order by opened_at
            """, till);
    }

    private HallSession session(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new HallSession(
                id,
                row.getObject("till_id", UUID.class),
                row.getString("state"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("opened_by_name"),
                instant(row.getObject("closed_at", OffsetDateTime.class)),
                row.getString("closed_by_name"),
                row.getBoolean("demonstration"),
                counts(id),
                differences(id));
    }

    private List<HallSession.Count> counts(UUID session) {
        return database.sql("""
            select * from market.till_count where session_id = :id order by moment desc, currency <> 'MAD', currency
            """)
                .param("id", session)
                .query((row, number) -> new HallSession.Count(
                        row.getString("moment"),
                        Currency.valueOf(row.getString("currency")),
                        row.getLong("counted"),
                        row.getLong("expected")))
                .list();
    }

    private List<HallSession.Difference> differences(UUID session) {
        return database.sql(
                        "select * from market.till_difference where session_id = :id order by stated_at, currency <> 'MAD'")
                .param("id", session)
                .query((row, number) -> new HallSession.Difference(
                        row.getString("moment"),
                        Currency.valueOf(row.getString("currency")),
                        row.getLong("amount"),
                        row.getString("reason"),
                        row.getString("stated_by"),
                        row.getString("stated_by_name"),
                        row.getString("approved_by_name")))
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
