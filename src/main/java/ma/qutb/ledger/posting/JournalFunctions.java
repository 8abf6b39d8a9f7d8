package ma.qutb.ledger.posting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.Conflict;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.EntryId;
import ma.qutb.ledger.Line;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.ReservationId;
import ma.qutb.ledger.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The functions of the schema {@code ledger}, one round trip each. */
@Repository
class JournalFunctions {

    private final JdbcClient database;
    private final Clock clock;

    JournalFunctions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An entry that was written, to be reversed or to post what a reservation holds. */
    record Written(BookId book, @Nullable Source source, List<Line> lines) {}

    /** What stands under a key: the entry, and what was said when it was written. */
    record Answer(UUID id, byte[] payload) {}

    /** Writes entries of one book that have different keys, all or none; what stands under each key. On disk when it answers. */
    Map<UUID, Answer> postDurably(List<SignedDraft> drafts) {
        return post(drafts, EntryArrays.POST);
    }

    /** The same in a transaction whose commit will not wait for the disk: see {@link WaitingForTheDisk}. */
    Map<UUID, Answer> post(List<SignedDraft> drafts) {
        return post(drafts, EntryArrays.POST_WITHOUT_WAITING);
    }

    private Map<UUID, Answer> post(List<SignedDraft> drafts, String sql) {
        var answers = new HashMap<UUID, Answer>();
        database.sql(sql)
                .params(new EntryArrays(drafts)
                        .parameters(clock.instant().truncatedTo(ChronoUnit.MICROS), LocalDate.now(clock)))
                .query(row -> {
                    answers.put(
                            row.getObject("key", UUID.class),
                            new Answer(row.getObject("entry", UUID.class), row.getBytes("payload")));
                });
        return answers;
    }

    ReservationId reserve(Draft draft, Instant now, Instant expiresAt, Poster poster) {
        var payload = Payload.of(draft, expiresAt.toString());
        var answer = database.sql("""
                        select reservation, payload from ledger.reserve(:id, :book, :key, :payload, :kind, :now, :expires_at, :actor,
                            :actor_name, :reason, :source_kind, :source_id, cast(:accounts as uuid[]), cast(:amounts as bigint[]))
                        """)
                .params(said(draft, payload, now, poster))
                .param("id", ReservationId.next().value())
                .param("expires_at", expiresAt.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Answer(row.getObject(1, UUID.class), row.getBytes(2)))
                .single();
        return new ReservationId(checked(answer, payload, draft));
    }

    private static UUID checked(Answer answer, byte[] payload, Draft draft) {
        if (!Arrays.equals(answer.payload(), payload)) {
            throw new Conflict(draft.key());
        }
        return answer.id();
    }

    private static Map<String, @Nullable Object> said(Draft draft, byte[] payload, Instant now, Poster poster) {
        var said = new HashMap<String, @Nullable Object>();
        said.put("book", draft.book().value());
        said.put("key", draft.key());
        said.put("payload", payload);
        said.put("kind", draft.kind());
        said.put("now", now.atOffset(ZoneOffset.UTC));
        said.put("actor", poster.id());
        said.put("actor_name", poster.name());
        said.put("reason", draft.reason());
        var source = draft.source();
        said.put(
                "source_kind",
                new org.springframework.jdbc.core.SqlParameterValue(
                        java.sql.Types.VARCHAR, source == null ? null : source.kind()));
        said.put(
                "source_id",
                new org.springframework.jdbc.core.SqlParameterValue(
                        java.sql.Types.OTHER, source == null ? null : source.id()));
        said.put(
                "accounts",
                draft.lines().stream()
                        .map(it -> it.account().value().toString())
                        .toArray(String[]::new));
        said.put(
                "amounts",
                draft.lines().stream().map(it -> String.valueOf(it.amount())).toArray(String[]::new));
        return said;
    }

    /** Locks what several drafts will touch, in order. */
    void hold(List<Draft> drafts) {
        database.sql("select ledger.hold(cast(:accounts as uuid[]), cast(:books as uuid[]))")
                .param(
                        "accounts",
                        texts(drafts.stream()
                                .flatMap(it -> it.lines().stream())
                                .map(it -> it.account().value())))
                .param("books", texts(drafts.stream().map(it -> it.book().value())))
                .query()
                .singleRow();
    }

    /** Locks balances in order; what can be taken out of each. */
    Map<AccountId, Long> hold(Collection<AccountId> accounts) {
        var available = new HashMap<AccountId, Long>();
        database.sql("select account, available from ledger.hold_available(cast(:accounts as uuid[]))")
                .param("accounts", texts(accounts.stream().map(AccountId::value)))
                .query(row -> {
                    available.put(new AccountId(row.getObject(1, UUID.class)), row.getLong(2));
                });
        return available;
    }

    private static String[] texts(Stream<UUID> ids) {
        return ids.distinct().map(UUID::toString).toArray(String[]::new);
    }

    Written entry(EntryId id) {
        var lines = database.sql("""
                        select p.account, p.amount from ledger.entry e join ledger.posting p on p.book = e.book and p.number = e.number
                         where e.id = :id order by p.line
                        """)
                .param("id", id.value())
                .query(JournalFunctions::line)
                .list();
        return database.sql("select book, source_kind, source_id from ledger.entry where id = :id")
                .param("id", id.value())
                .query((row, number) -> written(row, lines))
                .single();
    }

    Written reservation(ReservationId id) {
        var lines = database.sql(
                        "select account, amount from ledger.reserved_line where reservation = :id order by line")
                .param("id", id.value())
                .query(JournalFunctions::line)
                .list();
        return database.sql("select book, source_kind, source_id from ledger.reservation where id = :id")
                .param("id", id.value())
                .query((row, number) -> written(row, lines))
                .single();
    }

    String kindOf(ReservationId id) {
        return database.sql("select kind from ledger.reservation where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private static Line line(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Line(new AccountId(row.getObject(1, UUID.class)), row.getLong(2));
    }

    private static Written written(java.sql.ResultSet row, List<Line> lines) throws java.sql.SQLException {
        var kind = row.getString(2);
        return new Written(
                new BookId(row.getObject(1, UUID.class)),
                kind == null ? null : new Source(kind, row.getObject(3, UUID.class)),
                lines);
    }

    /** Takes the locks of a reservation; whether it is still open. */
    boolean hold(ReservationId id) {
        return database.sql("select ledger.hold_reservation(:id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    Optional<EntryId> written(UUID key) {
        return database.sql("select id from ledger.entry where key = :key")
                .param("key", key)
                .query((row, number) -> new EntryId(row.getObject(1, UUID.class)))
                .optional();
    }

    boolean isPosted(UUID key) {
        return database.sql("select exists (select from ledger.entry where key = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    void conclude(ReservationId id, String result, @Nullable EntryId entry, Instant now, Poster poster, String reason) {
        database.sql("select ledger.conclude(:id, :result, :entry, :now, :actor, :actor_name, :reason)")
                .param("id", id.value())
                .param("result", result)
                .param("entry", entry == null ? null : entry.value(), java.sql.Types.OTHER)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("actor", poster.id())
                .param("actor_name", poster.name())
                .param("reason", reason)
                .query()
                .singleRow();
    }

    /** Asks now, not at the end of the transaction, whether what was posted stays within what was reserved. */
    void checkOutcomes() {
        database.sql("set constraints ledger.outcome_within_reservation immediate")
                .update();
        database.sql("set constraints ledger.outcome_within_reservation deferred")
                .update();
    }

    List<ReservationId> overdue(Instant now, int most) {
        return database.sql("""
                        select r.id from ledger.reservation r
                         where r.expires_at <= :now and not exists (select from ledger.outcome o where o.reservation = r.id)
                         order by r.expires_at limit :most
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> new ReservationId(row.getObject(1, UUID.class)))
                .list();
    }

    void close(BookId book, LocalDate month, Instant ends, Instant now, Poster poster) {
        database.sql("select ledger.close(:book, :month, :ends, :now, :actor, :actor_name)")
                .param("book", book.value())
                .param("month", month)
                .param("ends", ends.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("actor", poster.id())
                .param("actor_name", poster.name())
                .query()
                .singleRow();
    }
}
