package ma.qutb.ledger.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.LedgerPermission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Books as a reader may see them: those of a place within the scope of their role. */
@Repository
@Transactional(readOnly = true)
public class BookFile {

    private static final String BOOKS = """
            select b.id, b.kind, b.code, b.name_ar, b.name_fr, b.name_en, b.demonstration, c.number,
                   case when c.number > 0 then c.posted_at end as last_posted,
                   (select max(l.month) from ledger.closing l where l.book = b.id) as last_closed
              from ledger.book b join ledger.chain c on c.book = b.id
             where (:everywhere or b.territories && cast(:within as text[]))
            """;

    private final JdbcClient database;

    BookFile(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param entries how many it has
     * @param lastClosed first day of the last closed month
     */
    public record Book(
            BookId id,
            String kind,
            String code,
            Label name,
            boolean demonstration,
            long entries,
            Optional<Instant> lastPosted,
            Optional<LocalDate> lastClosed) {

        public String path() {
            return "/app/ledger/books/" + id.value();
        }
    }

    /** A closed month: its last entry, who closed it, the hash that chains it. */
    public record Closing(LocalDate month, long lastNumber, Instant closedAt, String by, String hash) {

        public LocalDate lastDay() {
            return month.plusMonths(1).minusDays(1);
        }
    }

    /** An entry whose hash, printed, fixes every entry up to it. */
    public record Anchor(String number, String hash) {}

    public List<Book> all(Actor actor) {
        return seen(actor, BOOKS + " order by b.demonstration, b.code")
                .query(BookFile::book)
                .list();
    }

    public Optional<Book> find(UUID id, Actor actor) {
        return seen(actor, BOOKS + " and b.id = :id")
                .param("id", id)
                .query(BookFile::book)
                .optional();
    }

    /** The last entry that had been posted by an instant: its number and hash fix all before it. */
    public Optional<Anchor> anchor(Book book, Instant at) {
        return database.sql("""
                        select number, encode(hash, 'hex') from ledger.entry
                         where book = :book and number = ledger.number_at(:book, :at)
                        """)
                .param("book", book.id().value())
                .param("at", at.atOffset(java.time.ZoneOffset.UTC))
                .query((row, number) -> new Anchor(book.code() + "/" + row.getLong(1), row.getString(2)))
                .optional();
    }

    /** The day its first entry was posted. */
    public Optional<LocalDate> firstDay(BookId book) {
        return database.sql("select posted_on from ledger.entry where book = :book and number = 1")
                .param("book", book.value())
                .query(LocalDate.class)
                .optional();
    }

    public List<Closing> closings(BookId book) {
        return database.sql("""
                        select month, last_number, closed_at, actor_name, encode(hash, 'hex') from ledger.closing
                         where book = :book order by month desc
                        """)
                .param("book", book.value())
                .query((row, number) -> new Closing(
                        row.getObject(1, LocalDate.class),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }

    private JdbcClient.StatementSpec seen(Actor actor, String sql) {
        var scope = actor.scopeOf(LedgerPermission.Code.SEE);
        return database.sql(sql)
                .param("everywhere", scope instanceof Scope.Everywhere)
                .param(
                        "within",
                        scope instanceof Scope.Within(var territories)
                                ? territories.toArray(String[]::new)
                                : new String[0]);
    }

    private static Book book(ResultSet row, int number) throws SQLException {
        return new Book(
                new BookId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                row.getString("code"),
                new Label(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
                row.getBoolean("demonstration"),
                row.getLong("number"),
                Optional.ofNullable(row.getObject("last_posted", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("last_closed", LocalDate.class)));
    }
}
