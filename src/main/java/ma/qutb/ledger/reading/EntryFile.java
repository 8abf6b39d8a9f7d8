package ma.qutb.ledger.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** One entry with its postings. */
@Repository
@Transactional(readOnly = true)
public class EntryFile {

    private final JdbcClient database;
    private final ChartOfAccounts chart;

    EntryFile(JdbcClient database, ChartOfAccounts chart) {
        this.database = database;
        this.chart = chart;
    }

    /** Another entry this one leads to. */
    public record Other(UUID id, String number) {

        public String path() {
            return "/app/ledger/entries/" + id;
        }
    }

    /** One posting; the amount is a debit when positive. */
    public record PostingLine(ChartAccount account, long amount) {}

    /**
     * @param number code of the book and place in its chain
     * @param reversed the entry that reverses this one
     * @param reservation whether it settled a reservation
     */
    public record Entry(
            UUID id,
            BookId book,
            String number,
            String kind,
            LocalDate occurredOn,
            Instant postedAt,
            String by,
            String reason,
            @Nullable Source source,
            @Nullable Other reverses,
            @Nullable Other reversed,
            boolean reservation,
            String previousHash,
            String hash,
            List<PostingLine> lines) {}

    public Optional<Entry> find(UUID id) {
        return database.sql("""
                        select e.*, b.code || '/' || e.number as full_number, encode(e.prev_hash, 'hex') as before, encode(e.hash, 'hex') as own,
                               o.id as o_id, b.code || '/' || o.number as o_number, r.id as r_id, b.code || '/' || r.number as r_number,
                               exists (select from ledger.outcome s where s.entry = e.id) as settled
                          from ledger.entry e
                          join ledger.book b on b.id = e.book
                          left join ledger.entry o on o.id = e.reversal_of
                          left join ledger.entry r on r.reversal_of = e.id
                         where e.id = :id
                        """)
                .param("id", id)
                .query((row, number) -> entry(row, lines(id)))
                .optional();
    }

    private List<PostingLine> lines(UUID id) {
        record Raw(UUID account, long amount) {}
        return database
                .sql("""
                        select p.account, p.amount from ledger.entry e join ledger.posting p on p.book = e.book and p.number = e.number
                         where e.id = :id order by p.line
                        """)
                .param("id", id)
                .query((row, number) -> new Raw(row.getObject(1, UUID.class), row.getLong(2)))
                .list()
                .stream()
                .map(it -> new PostingLine(chart.find(it.account()).orElseThrow(), it.amount()))
                .toList();
    }

    private static Entry entry(ResultSet row, List<PostingLine> lines) throws SQLException {
        var source = row.getString("source_kind");
        return new Entry(
                row.getObject("id", UUID.class),
                new BookId(row.getObject("book", UUID.class)),
                row.getString("full_number"),
                row.getString("kind"),
                row.getObject("occurred_on", LocalDate.class),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                row.getString("actor_name"),
                row.getString("reason"),
                source == null ? null : new Source(source, row.getObject("source_id", UUID.class)),
                other(row, "o"),
                other(row, "r"),
                row.getBoolean("settled"),
                row.getString("before"),
                row.getString("own"),
                lines);
    }

    private static @Nullable Other other(ResultSet row, String which) throws SQLException {
        var id = row.getObject(which + "_id", UUID.class);
        return id == null ? null : new Other(id, row.getString(which + "_number"));
    }
}
