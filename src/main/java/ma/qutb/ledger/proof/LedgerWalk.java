package ma.qutb.ledger.proof;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGStatement;

/**
 * One walk over the whole ledger, from the first entry of each book to its last, computing in Java what the database computed
 * when it was written: hashes, sums, balances, snapshots, floors. Reads in one snapshot of the database while it is in use.
 */
final class LedgerWalk {

    private static final int AT_ONCE = 5_000;
    private static final int MOST_DAMAGE = 20;

    private static final String ENTRIES = """
            select book, number, id, key, payload, kind, occurred_on - date '1970-01-01', to_char(occurred_on, 'YYYY-MM-DD'),
                   (extract(epoch from posted_at) * 1000000)::bigint, to_char(posted_on, 'YYYY-MM-DD'), actor, actor_name, reason,
                   source_kind, source_id, reversal_of, postings, prev_hash, hash
              from ledger.entry order by book, number""";

    private static final String POSTINGS =
            "select book, number, line, account, amount, occurred_on - date '1970-01-01' from ledger.posting order by book, number, line";

    private final Connection connection;
    private final Digests digests = new Digests();
    private final Map<UUID, AccountWalk> accounts = new HashMap<>();
    private final Map<UUID, BookWalk> books = new HashMap<>();
    private final List<Damage> damage = new ArrayList<>();
    private long entries;
    private long postings;

    private LedgerWalk(Connection connection) {
        this.connection = connection;
    }

    /** Walks in a transaction of its own; the connection is left as it was. */
    static Finding over(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        int isolation = connection.getTransactionIsolation();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            return in(connection);
        } finally {
            connection.rollback();
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(autoCommit);
        }
    }

    /** Walks in the transaction that is open. */
    static Finding in(Connection connection) throws SQLException {
        return new LedgerWalk(connection).walk();
    }

    private Finding walk() throws SQLException {
        readAccounts();
        readBooks();
        try (var entryRows = cursor(ENTRIES);
                var postingRows = cursor(POSTINGS)) {
            var lines = new PostingCursor(postingRows);
            while (entryRows.next()) {
                pass(entryRows, lines);
            }
            if (lines.ahead()) {
                found("posting-without-entry", lines.place());
            }
            postings = lines.read();
        }
        for (var book : books.values()) {
            closeUpTo(book, Long.MAX_VALUE);
            if (!book.isWholeToTheEnd()) {
                found("end-missing", book.place());
            }
        }
        compareBalances();
        return new Finding(entries, postings, List.copyOf(damage));
    }

    private ResultSet cursor(String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.closeOnCompletion();
        statement.setFetchSize(AT_ONCE);
        // Binary from the first row: ids, digests and numbers need no parsing.
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        return statement.executeQuery();
    }

    private void readAccounts() throws SQLException {
        try (var rows = cursor(
                "select id, book, commodity, lowest, lowest is not null or highest is not null from ledger.account")) {
            while (rows.next()) {
                var id = rows.getObject(1, UUID.class);
                accounts.put(
                        id,
                        new AccountWalk(
                                id,
                                rows.getObject(2, UUID.class),
                                rows.getString(3),
                                rows.getObject(4, Long.class),
                                rows.getBoolean(5)));
            }
        }
    }

    private void readBooks() throws SQLException {
        try (var rows = cursor(
                "select b.id, b.code, c.number, c.hash from ledger.book b join ledger.chain c on c.book = b.id")) {
            while (rows.next()) {
                var book = new BookWalk(
                        rows.getObject(1, UUID.class), rows.getString(2), rows.getLong(3), rows.getBytes(4), digests);
                books.put(book.id, book);
            }
        }
        try (var rows = cursor("""
                select book, to_char(month, 'YYYY-MM-DD'), (extract(epoch from ends) * 1000000)::bigint,
                       (extract(epoch from closed_at) * 1000000)::bigint, last_number, actor, actor_name, prev_hash, hash
                  from ledger.closing order by book, month""")) {
            while (rows.next()) {
                var book = books.get(rows.getObject(1, UUID.class));
                if (book != null) {
                    book.closings.add(new BookWalk.Closing(
                            rows.getString(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getLong(5),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getBytes(8),
                            rows.getBytes(9)));
                }
            }
        }
    }

    private void pass(ResultSet row, PostingCursor lines) throws SQLException {
        entries++;
        var bookId = row.getObject(1, UUID.class);
        long number = row.getLong(2);
        var book = books.get(bookId);
        if (book == null) {
            found("entry-without-book", bookId + "/" + number);
            return;
        }
        closeUpTo(book, number);
        if (number != book.number + 1) {
            found("number-missing", book.code + "/" + (book.number + 1));
        }
        book.number = number;
        if (!Arrays.equals(row.getBytes(18), book.hash)) {
            found("chain-broken", book.place());
        }
        var hash = row.getBytes(19);
        if (!Arrays.equals(hash, digests.of(canonical(row)))) {
            found("entry-changed", book.place());
        }
        book.hash = hash;
        long micros = row.getLong(9);
        if (micros < book.lastMicros || micros < book.closedUntilMicros) {
            found("time-goes-back", book.place());
        }
        book.lastMicros = micros;
        if (row.getString(8).compareTo(row.getString(10)) > 0) {
            found("time-goes-back", book.place());
        }
        passLines(book, row.getInt(7), row.getBytes(17), lines);
    }

    /** See {@code ledger.entry_hash}; written again here on purpose. */
    private static CharSequence canonical(ResultSet row) throws SQLException {
        return new StringBuilder(600)
                .append("qutb-entry-1\n")
                .append(row.getObject(1, UUID.class))
                .append('\n')
                .append(row.getLong(2))
                .append('\n')
                .append(row.getObject(3, UUID.class))
                .append('\n')
                .append(row.getObject(4, UUID.class))
                .append('\n')
                .append(Digests.hex(row.getBytes(5)))
                .append('\n')
                .append(row.getString(6))
                .append('\n')
                .append(row.getString(8))
                .append('\n')
                .append(row.getLong(9))
                .append('\n')
                .append(row.getString(10))
                .append('\n')
                .append(row.getString(11))
                .append('\n')
                .append(row.getString(12))
                .append('\n')
                .append(row.getString(13))
                .append('\n')
                .append(orEmpty(row.getString(14)))
                .append('\n')
                .append(orEmpty(row.getObject(15, UUID.class)))
                .append('\n')
                .append(orEmpty(row.getObject(16, UUID.class)))
                .append('\n')
                .append(Digests.hex(row.getBytes(17)))
                .append('\n')
                .append(Digests.hex(row.getBytes(18)));
    }

    private static Object orEmpty(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value;
    }

    private void passLines(BookWalk book, int day, byte[] digest, PostingCursor lines) throws SQLException {
        if (lines.isBefore(book.id, book.number)) {
            found("posting-without-entry", lines.place());
            lines.skipTo(book.id, book.number);
        }
        var text = new StringBuilder(200);
        var sums = new HashMap<String, Long>();
        var touched = new ArrayList<AccountWalk>();
        while (lines.isAt(book.id, book.number)) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(lines.line())
                    .append(' ')
                    .append(lines.account())
                    .append(' ')
                    .append(lines.amount());
            var account = accounts.get(lines.account());
            if (account == null || !account.book.equals(book.id)) {
                found("account-elsewhere", book.place());
            } else {
                sums.merge(account.commodity, lines.amount(), Math::addExact);
                account.move(lines.amount(), lines.day());
                touched.add(account);
            }
            if (lines.day() != day) {
                found("postings-changed", book.place());
            }
            lines.advance();
        }
        if (!Arrays.equals(digest, digests.of(text))) {
            found("postings-changed", book.place());
        }
        if (touched.size() < 2 || sums.values().stream().anyMatch(it -> it != 0)) {
            found("unbalanced", book.place());
        }
        if (touched.stream().anyMatch(AccountWalk::isUnderItsFloor)) {
            found("under-floor", book.place());
        }
    }

    /** Passes the closings that lie before the entry of this number. */
    private void closeUpTo(BookWalk book, long number) throws SQLException {
        while (!book.closings.isEmpty() && book.closings.getFirst().lastNumber() < number) {
            var closing = book.closings.removeFirst();
            var place = book.code + " " + closing.month();
            if (closing.lastNumber() != book.number || !Arrays.equals(closing.before(), book.closingHash)) {
                found("closing-broken", place);
            }
            var text = new StringBuilder("qutb-closing-1\n")
                    .append(book.id)
                    .append('\n')
                    .append(closing.month())
                    .append('\n')
                    .append(closing.endsMicros())
                    .append('\n')
                    .append(closing.closedMicros())
                    .append('\n')
                    .append(closing.lastNumber())
                    .append('\n')
                    .append(closing.actor())
                    .append('\n')
                    .append(closing.actorName())
                    .append('\n')
                    .append(Digests.hex(closing.before()));
            compareSnapshot(book, closing, text, place);
            if (!Arrays.equals(closing.hash(), digests.of(text))) {
                found("closing-broken", place);
            }
            book.closingHash = closing.hash();
            book.closedUntilMicros = closing.endsMicros();
        }
    }

    private void compareSnapshot(BookWalk book, BookWalk.Closing closing, StringBuilder text, String place)
            throws SQLException {
        long kept = 0;
        try (var ask = connection.prepareStatement(
                "select account, balance from ledger.snapshot where book = ? and month = cast(? as date) order by account")) {
            ask.setObject(1, book.id);
            ask.setString(2, closing.month());
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    var account = accounts.get(rows.getObject(1, UUID.class));
                    text.append('\n')
                            .append(rows.getObject(1, UUID.class))
                            .append(' ')
                            .append(rows.getLong(2));
                    kept++;
                    if (account == null || account.balance != rows.getLong(2)) {
                        found("snapshot-wrong", place);
                    }
                }
            }
        }
        if (kept
                != accounts.values().stream()
                        .filter(it -> it.moved && it.book.equals(book.id))
                        .count()) {
            found("snapshot-wrong", place);
        }
    }

    /** The rows that are locked when posting, with what is held now. */
    private void compareBalances() throws SQLException {
        var rowsOfBounded = new HashMap<UUID, Long>();
        try (var rows = cursor("""
                select b.account, b.posted, b.pending_out, b.pending_in, coalesce(h.held_out, 0)::bigint, coalesce(h.held_in, 0)::bigint
                  from ledger.balance b
                  left join (select l.account, sum(greatest(-l.amount, 0)) as held_out, sum(greatest(l.amount, 0)) as held_in
                               from ledger.reserved_line l
                              where not exists (select from ledger.outcome o where o.reservation = l.reservation)
                              group by l.account) h on h.account = b.account""")) {
            while (rows.next()) {
                rowsOfBounded.put(rows.getObject(1, UUID.class), rows.getLong(2));
                if (rows.getLong(3) != rows.getLong(5) || rows.getLong(4) != rows.getLong(6)) {
                    found("reserved-wrong", rows.getString(1));
                }
            }
        }
        for (var account : accounts.values()) {
            if (account.bounded && !Long.valueOf(account.balance).equals(rowsOfBounded.get(account.id))) {
                found("balance-wrong", account.id.toString());
            }
            if (account.wasUnderItsFloor()) {
                found("under-floor", account.id.toString());
            }
        }
    }

    private void found(String kind, String place) {
        if (damage.size() < MOST_DAMAGE) {
            damage.add(new Damage(kind, place));
        }
    }
}
