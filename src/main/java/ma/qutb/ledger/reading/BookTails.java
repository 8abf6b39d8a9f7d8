package ma.qutb.ledger.reading;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.reading.BookTail.Moved;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what lies behind the last closed month, once, and nothing before it. */
@Repository
class BookTails {

    private final JdbcClient database;
    private final Clock clock;

    BookTails(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The numbers of the tail, from after one to another, and when its first entry was posted. */
    private record Span(
            @Nullable YearMonth closed,
            long after,
            long to,
            @Nullable Instant begins) {}

    /** As of the entry that is the last one now: what is written meanwhile has a higher number. */
    BookTail of(BookId book) {
        var span = span(book);
        if (span.begins() == null) {
            return new BookTail(span.closed(), null, List.of());
        }
        var months = months(YearMonth.from(span.begins().atZone(clock.getZone())));
        return new BookTail(span.closed(), months.getFirst(), moved(book, span, months));
    }

    private Span span(BookId book) {
        return database.sql("""
                        select c.month, coalesce(c.last_number, 0) as after, e.number as to,
                               (select posted_at from ledger.entry where book = :book and number = coalesce(c.last_number, 0) + 1) as begins
                          from ledger.chain e
                          left join lateral (select month, last_number from ledger.closing where book = :book order by month desc limit 1) c on true
                         where e.book = :book
                        """)
                .param("book", book.value())
                .query((row, number) -> {
                    var month = row.getObject("month", LocalDate.class);
                    var begins = row.getObject("begins", OffsetDateTime.class);
                    return new Span(
                            month == null ? null : YearMonth.from(month),
                            row.getLong("after"),
                            row.getLong("to"),
                            begins == null ? null : begins.toInstant());
                })
                .single();
    }

    /** Up to the running one, and the one of the first entry in any case. */
    private List<YearMonth> months(YearMonth first) {
        var months = new ArrayList<>(List.of(first));
        while (months.getLast().isBefore(YearMonth.now(clock))) {
            months.add(months.getLast().plusMonths(1));
        }
        return months;
    }

    /**
     * A month begins with a number, as entries are in the order of time; a closing will cut there too. Both ends of the range are
     * said, or the planner takes a third of all postings for the tail and reads every one of them.
     */
    private List<Moved> moved(BookId book, Span span, List<YearMonth> months) {
        var begin = months.stream()
                .skip(1)
                .map(it -> it.atDay(1).atStartOfDay(clock.getZone()).toInstant().toString())
                .toArray(String[]::new);
        return database.sql("""
                        with begun as materialized (
                            select coalesce(array_agg(ledger.number_at(:book, at - interval '1 microsecond') + 1 order by at), '{}') as numbers
                              from unnest(cast(:begin as timestamptz[])) as at)
                        select p.account, width_bucket(p.number, (select numbers from begun)) as month, sum(p.amount)::bigint as amount
                          from ledger.posting p
                         where p.book = :book and p.number > :after and p.number <= :to
                         group by 1, 2
                        """)
                .param("begin", begin)
                .param("book", book.value())
                .param("after", span.after())
                .param("to", span.to())
                .query((row, number) -> new Moved(
                        months.get(row.getInt("month")),
                        new AccountId(row.getObject("account", UUID.class)),
                        row.getLong("amount")))
                .list();
    }
}
