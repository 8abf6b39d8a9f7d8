package ma.qutb.ledger.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is or was held back. */
@Repository
@Transactional(readOnly = true)
public class ReservationFile {

    private static final String RESERVATIONS = """
            select r.id, r.book, r.kind, r.reserved_at, r.expires_at, r.actor_name, r.reason, r.source_kind, r.source_id,
                   o.result, o.settled_at, o.actor_name as settled_by, o.reason as settled_because, e.id as entry,
                   b.code || '/' || e.number as entry_number
              from ledger.reservation r
              join ledger.book b on b.id = r.book
              left join ledger.outcome o on o.reservation = r.id
              left join ledger.entry e on e.id = o.entry
            """;

    private final JdbcClient database;
    private final ChartOfAccounts chart;

    ReservationFile(JdbcClient database, ChartOfAccounts chart) {
        this.database = database;
        this.chart = chart;
    }

    /** An amount held on an account; a debit when positive. */
    public record HeldLine(ChartAccount account, long amount) {}

    /**
     * How it ended.
     *
     * @param result {@code posted}, {@code voided} or {@code expired}
     */
    public record Outcome(String result, Instant at, String by, String reason, EntryFile.@Nullable Other entry) {}

    public record Reservation(
            UUID id,
            BookId book,
            String kind,
            Instant reservedAt,
            Instant expiresAt,
            String by,
            String reason,
            @Nullable Source source,
            @Nullable Outcome outcome,
            List<HeldLine> lines) {

        /** {@code open}, or how it ended. */
        public String state() {
            return outcome == null ? "open" : outcome.result();
        }
    }

    public Optional<Reservation> find(UUID id) {
        return database.sql(RESERVATIONS + " where r.id = :id")
                .param("id", id)
                .query((row, number) -> reservation(row, lines(List.of(id))))
                .optional();
    }

    /** What was held in a book at an instant, oldest first. */
    public List<Reservation> openAt(BookId book, Instant at) {
        var open = database.sql(RESERVATIONS + """
                         where r.book = :book and r.reserved_at <= :at and (o.settled_at is null or o.settled_at > :at)
                         order by r.reserved_at, r.id
                        """)
                .param("book", book.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> reservation(row, Map.of()))
                .list();
        var lines = lines(open.stream().map(Reservation::id).toList());
        return open.stream()
                .map(it -> new Reservation(
                        it.id(),
                        it.book(),
                        it.kind(),
                        it.reservedAt(),
                        it.expiresAt(),
                        it.by(),
                        it.reason(),
                        it.source(),
                        it.outcome(),
                        lines.getOrDefault(it.id(), List.of())))
                .toList();
    }

    private record Held(UUID reservation, AccountId account, long amount) {}

    private Map<UUID, List<HeldLine>> lines(List<UUID> reservations) {
        var held = database.sql("""
                        select reservation, account, amount from ledger.reserved_line
                         where reservation = any (cast(:ids as uuid[])) order by reservation, line
                        """)
                .param("ids", reservations.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> new Held(
                        row.getObject(1, UUID.class), new AccountId(row.getObject(2, UUID.class)), row.getLong(3)))
                .list();
        var accounts = new HashMap<AccountId, ChartAccount>();
        return held.stream()
                .collect(Collectors.groupingBy(
                        Held::reservation,
                        Collectors.mapping(
                                it -> new HeldLine(
                                        accounts.computeIfAbsent(
                                                it.account(),
                                                account -> chart.find(account.value())
                                                        .orElseThrow()),
                                        it.amount()),
                                Collectors.toList())));
    }

    private static Reservation reservation(ResultSet row, Map<UUID, List<HeldLine>> lines) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var source = row.getString("source_kind");
        return new Reservation(
                id,
                new BookId(row.getObject("book", UUID.class)),
                row.getString("kind"),
                row.getObject("reserved_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("actor_name"),
                row.getString("reason"),
                source == null ? null : new Source(source, row.getObject("source_id", UUID.class)),
                row.getString("result") == null ? null : outcome(row),
                lines.getOrDefault(id, List.of()));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        var entry = row.getObject("entry", UUID.class);
        return new Outcome(
                row.getString("result"),
                row.getObject("settled_at", OffsetDateTime.class).toInstant(),
                row.getString("settled_by"),
                row.getString("settled_because"),
                entry == null ? null : new EntryFile.Other(entry, row.getString("entry_number")));
    }
}
