package ma.qutb.ledger.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The postings in order, one ahead. */
final class PostingCursor {

    private final ResultSet rows;
    private boolean ahead;
    private UUID book = new UUID(0, 0);
    private long number;
    private long read;

    PostingCursor(ResultSet rows) throws SQLException {
        this.rows = rows;
        advance();
    }

    void advance() throws SQLException {
        ahead = rows.next();
        if (ahead) {
            read++;
            book = rows.getObject(1, UUID.class);
            number = rows.getLong(2);
        }
    }

    boolean ahead() {
        return ahead;
    }

    long read() {
        return read;
    }

    boolean isAt(UUID itsBook, long itsNumber) {
        return ahead && number == itsNumber && book.equals(itsBook);
    }

    /** Whether it lags behind an entry: then nothing claims the posting it stands at. */
    boolean isBefore(UUID itsBook, long itsNumber) {
        if (!ahead || isAt(itsBook, itsNumber)) {
            return false;
        }
        // The order of the database, which is that of the digits; UUID's own compares signed halves.
        int order = book.toString().compareTo(itsBook.toString());
        return order < 0 || order == 0 && number < itsNumber;
    }

    void skipTo(UUID itsBook, long itsNumber) throws SQLException {
        while (isBefore(itsBook, itsNumber)) {
            advance();
        }
    }

    String place() {
        return book + "/" + number;
    }

    int line() throws SQLException {
        return rows.getInt(3);
    }

    UUID account() throws SQLException {
        return rows.getObject(4, UUID.class);
    }

    long amount() throws SQLException {
        return rows.getLong(5);
    }

    int day() throws SQLException {
        return rows.getInt(6);
    }
}
