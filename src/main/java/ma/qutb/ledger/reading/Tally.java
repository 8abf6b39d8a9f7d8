package ma.qutb.ledger.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
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
                new Bound(numberAt(book.value(), at), NEVER);
        };
    }

    long numberAt(UUID book, Instant at) {
        return database.sql("select ledger.number_at(:book, :at)")
                .param("book", book)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
