package ma.qutb.ledger.reading;

import java.time.LocalDate;
import java.time.ZoneOffset;
import ma.qutb.ledger.BookId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A moment as SQL asks for it: no entry of the book after this number, no posting that occurred after this day. */
@Component
class Tally {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final JdbcClient database;

    Tally(JdbcClient database) {
        this.database = database;
    }

    record Bound(long number, LocalDate day) {}

    Bound of(BookId book, Moment moment) {
        return switch (moment) {
            case Moment.Occurred(var day) -> new Bound(Long.MAX_VALUE, day);
            case Moment.Posted(var at) ->
                // Entries of a book are in the order of time, so that an instant is a number.
                new Bound(
                        database.sql("""
                                select number from ledger.entry where book = :book and posted_at <= :at
                                 order by posted_at desc, number desc limit 1
                                """)
                                .param("book", book.value())
                                .param("at", at.atOffset(ZoneOffset.UTC))
                                .query(Long.class)
                                .optional()
                                .orElse(0L),
                        NEVER);
        };
    }
}
