package ma.qutb.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import ma.qutb.kernel.Ids;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.Bounds;
import ma.qutb.ledger.ChartRole;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Twenty-four months of a book with a million entries of four postings, as the ledger would have written them: chained, balanced,
 * months closed. Posting them one by one would take half an hour, so they are copied in with the triggers off, and
 * {@code bin/verify-ledger}, which is measured on them, finds any lie.
 */
final class ManyEntries {

    static final int MONTHS = 24;
    private static final ZoneId POLE = ZoneId.of("Africa/Casablanca");
    private static final int ACCOUNTS = 250;
    private static final int AT_ONCE = 10_000;
    private static final HexFormat HEX = HexFormat.of();
    private static final String PAYLOAD = "00".repeat(32);

    private final int count;
    private final BookId book;
    private final List<AccountId> tills;
    private final List<AccountId> sales;
    private final List<AccountId> lots;
    private final List<AccountId> outside;
    private final MessageDigest sha = sha();
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    private final Instant begin;
    private final Instant end;
    private String hash;
    private final StringBuilder entries = new StringBuilder();
    private final StringBuilder postings = new StringBuilder();

    ManyEntries(BenchLedger ledger, int count, Instant now) {
        this.count = count;
        book = ledger.book("MANY");
        tills = accounts(ledger, ChartRole.TILL, "MAD", Bounds.NOT_BELOW_ZERO);
        sales = accounts(ledger, ChartRole.SALES, "MAD", Bounds.NONE);
        lots = accounts(ledger, ChartRole.STOCK, "AG_FINE", Bounds.NOT_BELOW_ZERO);
        outside = accounts(ledger, ChartRole.OUTSIDE, "AG_FINE", Bounds.NONE);
        end = now.minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MICROS);
        begin = YearMonth.from(now.atZone(POLE))
                .minusMonths(MONTHS)
                .atDay(1)
                .atStartOfDay(POLE)
                .toInstant();
        hash = HEX.formatHex(digest("qutb-book-1\n" + book.value()));
    }

    BookId book() {
        return book;
    }

    /** The account every tenth entry goes to. */
    AccountId busiest() {
        return tills.getFirst();
    }

    Instant begin() {
        return begin;
    }

    private List<AccountId> accounts(BenchLedger ledger, ChartRole role, String commodity, Bounds bounds) {
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(it -> ledger.account(book, role, commodity, bounds))
                .toList();
    }

    void write(Connection owner) throws SQLException {
        owner.setAutoCommit(false);
        run(owner, "set session_replication_role = replica");
        run(owner, "drop index ledger.posting_by_account");
        long step = ChronoUnit.MICROS.between(begin, end) / count;
        Instant at = begin;
        for (int number = 1; number <= count; number++) {
            at = begin.plus(step * number, ChronoUnit.MICROS);
            if (number == 1) {
                stock(at);
            } else {
                sell(number, at);
            }
            if (number % AT_ONCE == 0 || number == count) {
                copy(owner);
            }
        }
        run(owner, """
                create index posting_by_account on ledger.posting (account, number desc, line desc) include (amount, occurred_on)""");
        run(owner, """
                update ledger.balance b set posted = p.sum from (select account, sum(amount) as sum from ledger.posting group by account) p
                 where p.account = b.account""");
        run(
                owner,
                "update ledger.chain set number = %d, hash = '\\x%s', posted_at = '%s' where book = '%s'"
                        .formatted(count, hash, at, book.value()));
        owner.commit();
        run(owner, "set session_replication_role = origin");
        for (int month = 0; month < MONTHS; month++) {
            var closed = YearMonth.from(begin.atZone(POLE)).plusMonths(month);
            run(
                    owner,
                    "select ledger.close('%s', '%s', '%s', now(), 'bench', 'bench')"
                            .formatted(
                                    book.value(),
                                    closed.atDay(1),
                                    closed.plusMonths(1)
                                            .atDay(1)
                                            .atStartOfDay(POLE)
                                            .toInstant()));
        }
        owner.commit();
        owner.setAutoCommit(true);
        run(owner, "vacuum analyze ledger.entry");
        run(owner, "vacuum analyze ledger.posting");
    }

    private void stock(Instant at) {
        var accounts = new ArrayList<AccountId>();
        var amounts = new ArrayList<Long>();
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(lots.get(i));
            amounts.add(1_000_000_000_000L);
            accounts.add(outside.get(i));
            amounts.add(-1_000_000_000_000L);
        }
        add(1, at, "opening", accounts, amounts);
    }

    private void sell(int number, Instant at) {
        long grams = random.nextLong(1, 500) * 1_000;
        var till = number % 10 == 0 ? tills.getFirst() : tills.get(1 + random.nextInt(ACCOUNTS - 1));
        add(
                number,
                at,
                "transfer",
                List.of(till, any(sales), any(outside), any(lots)),
                List.of(grams, -grams, grams, -grams));
    }

    private AccountId any(List<AccountId> accounts) {
        return accounts.get(random.nextInt(ACCOUNTS));
    }

    /** The canonical forms of docs/decisions/0007. */
    private void add(long number, Instant at, String kind, List<AccountId> accounts, List<Long> amounts) {
        var id = Ids.next();
        var key = Ids.next();
        var day = LocalDate.ofInstant(at, POLE);
        var lines = new StringBuilder();
        for (int i = 0; i < accounts.size(); i++) {
            var account = accounts.get(i).value();
            lines.append(i == 0 ? "" : "\n")
                    .append(i + 1)
                    .append(' ')
                    .append(account)
                    .append(' ')
                    .append(amounts.get(i));
            row(postings, book.value(), number, i + 1, account, amounts.get(i), day);
        }
        var said = HEX.formatHex(digest(lines.toString()));
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        var previous = hash;
        hash = HEX.formatHex(digest(String.join(
                "\n",
                "qutb-entry-1",
                book.value().toString(),
                String.valueOf(number),
                id.toString(),
                key.toString(),
                PAYLOAD,
                kind,
                day.toString(),
                String.valueOf(micros),
                day.toString(),
                "bench",
                "نزهة",
                "بيع لصائغ",
                "",
                "",
                "",
                said,
                previous)));
        row(
                entries,
                id,
                book.value(),
                number,
                key,
                "\\\\x" + PAYLOAD,
                kind,
                day,
                at,
                day,
                "bench",
                "نزهة",
                "بيع لصائغ",
                "\\\\x" + said,
                "\\\\x" + previous,
                "\\\\x" + hash);
    }

    private static void row(StringBuilder rows, @Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(values[i]);
        }
        rows.append('\n');
    }

    private void copy(Connection owner) throws SQLException {
        copy(owner, """
                copy ledger.entry (id, book, number, key, payload, kind, occurred_on, posted_at, posted_on, actor, actor_name, reason,
                                   postings, prev_hash, hash) from stdin""", entries);
        copy(owner, "copy ledger.posting (book, number, line, account, amount, occurred_on) from stdin", postings);
        owner.commit();
    }

    private static void copy(Connection owner, String sql, StringBuilder rows) throws SQLException {
        var in = owner.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        in.writeToCopy(bytes, 0, bytes.length);
        in.endCopy();
        rows.setLength(0);
    }

    private static void run(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private byte[] digest(String text) {
        return sha.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
