package ma.qutb.ledger.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The journal of a book with every posting, as it is printed. */
@Repository
@Transactional(readOnly = true)
public class JournalSheet {

    private final JdbcClient database;
    private final Tally tally;

    JournalSheet(JdbcClient database, Tally tally) {
        this.database = database;
        this.tally = tally;
    }

    /** One posting of an entry; the amount is a debit when positive. */
    public record Line(
            UUID entry,
            long number,
            LocalDate occurredOn,
            Instant postedAt,
            String kind,
            String reason,
            String by,
            String chartNumber,
            Label account,
            long amount,
            int decimals,
            Label unit,
            String commodity) {}

    /**
     * The postings of an inclusive period of posting, in order.
     *
     * @param most no more lines than this
     */
    public List<Line> between(BookId book, Instant from, Instant upTo, int most) {
        return database.sql("""
                        select e.id, e.number, e.occurred_on, e.posted_at, e.kind, e.reason, e.actor_name, a.role, a.name_ar, a.name_fr, a.name_en,
                               p.amount, c.decimals, c.unit_ar, c.unit_fr, c.unit_en, c.code
                          from ledger.entry e
                          join ledger.posting p on p.book = e.book and p.number = e.number
                          join ledger.account a on a.id = p.account
                          join ledger.commodity c on c.code = a.commodity
                         where e.book = :book and e.number > :after and e.number <= :up_to
                         order by e.number, p.line limit :most
                        """)
                .param("book", book.value())
                .param("after", tally.numberAt(book.value(), from.minusNanos(1_000)))
                .param("up_to", tally.numberAt(book.value(), upTo))
                .param("most", most)
                .query((row, number) -> new Line(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        ChartOfAccounts.chartNumber(row.getString(8)),
                        new Label(row.getString(9), row.getString(10), row.getString(11)),
                        row.getLong(12),
                        row.getInt(13),
                        new Label(row.getString(14), row.getString(15), row.getString(16)),
                        row.getString(17)))
                .list();
    }
}
