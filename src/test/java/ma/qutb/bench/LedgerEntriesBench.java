package ma.qutb.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import ma.qutb.kernel.Ids;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.Bounds;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Poster;

/**
 * Entries of four postings by eight clients, beside the raw insert of the same rows by the same clients into tables with the same
 * indexes and no rules, each as durable as the other. A client has a virtual thread, as a request of the application has. Turn by turn
 * in one run, because only the ratio means something on a busy machine.
 */
final class LedgerEntriesBench {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int SECONDS = Integer.getInteger("seconds", 6);
    private static final int ACCOUNTS = 250;
    private static final ZoneId POLE = ZoneId.of("Africa/Casablanca");
    private static final Poster CLERK = new Poster("00000000-0000-7000-8000-000000000001", "نزهة");

    private final DataSource database;
    private final BenchLedger ledger;
    private final LocalDate today = LocalDate.now(POLE);

    private LedgerEntriesBench(DataSource database, BenchLedger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /** A book with its accounts: 250 each of tills, sales, lots and outside. */
    private record Books(
            BookId id, List<AccountId> tills, List<AccountId> sales, List<AccountId> lots, List<AccountId> outside) {}

    private interface Client extends AutoCloseable {
        void write() throws SQLException;

        @Override
        void close() throws SQLException;
    }

    private interface Clients {
        Client of(int number) throws SQLException;
    }

    public static void main(String[] arguments) throws Exception {
        try (var database = new BenchDatabase();
                var ledger = new BenchLedger(database.application(), Clock.system(POLE))) {
            database.owner().execute("create schema floor");
            database.owner().execute("create table floor.entry (like ledger.entry including indexes)");
            database.owner().execute("create table floor.posting (like ledger.posting including indexes)");
            database.owner().execute("grant usage on schema floor to qutb_application");
            database.owner().execute("grant insert on all tables in schema floor to qutb_application");
            var bench = new LedgerEntriesBench(database.application(), ledger);
            bench.compare("ledger.entries", 1);
            bench.compare("ledger.entries.books", CLIENTS);
        }
    }

    private void compare(String figure, int books) throws Exception {
        var kept = IntStream.range(0, books).mapToObj(it -> openBook()).toList();
        Clients ours = number -> new Posting(kept.get(number % books));
        Clients floor = number -> new Inserting(kept.get(number % books));
        run(floor, 3);
        run(ours, 6);
        var ratios = new double[ROUNDS];
        var rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            double below = run(floor, SECONDS);
            rates[round] = run(ours, SECONDS);
            ratios[round] = rates[round] / below;
            Bench.say("%s: floor %.0f/s, ledger %.0f/s, ratio %.2f", figure, below, rates[round], ratios[round]);
        }
        Bench.figure(figure + ".ratio", Bench.median(ratios), "", ROUNDS);
        Bench.figure(figure + ".per_s", Bench.median(rates), "/s", ROUNDS);
    }

    /** Entries a second. */
    private static double run(Clients clients, int seconds) throws Exception {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        var work = IntStream.range(0, CLIENTS)
                .mapToObj(number -> (Callable<Integer>) () -> {
                    try (var client = clients.of(number)) {
                        int done = 0;
                        while (System.nanoTime() < until) {
                            client.write();
                            done++;
                        }
                        return done;
                    }
                })
                .toList();
        long begin = System.nanoTime();
        int done = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(work)) {
                done += result.get();
            }
        }
        return done / ((System.nanoTime() - begin) / 1e9);
    }

    private Books openBook() {
        var id = ledger.book("B-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT));
        var books = new Books(
                id,
                accounts(id, ChartRole.TILL, "MAD", Bounds.NOT_BELOW_ZERO),
                accounts(id, ChartRole.SALES, "MAD", Bounds.NONE),
                accounts(id, ChartRole.STOCK, "AG_FINE", Bounds.NOT_BELOW_ZERO),
                accounts(id, ChartRole.OUTSIDE, "AG_FINE", Bounds.NONE));
        var stocked = Draft.of(id, UUID.randomUUID(), "opening", today);
        for (int i = 0; i < ACCOUNTS; i++) {
            stocked = stocked.debit(books.lots().get(i), 1_000_000_000_000L)
                    .credit(books.outside().get(i), 1_000_000_000_000L);
        }
        ledger.ledger().post(stocked, CLERK);
        return books;
    }

    private List<AccountId> accounts(BookId book, ChartRole role, String commodity, Bounds bounds) {
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(it -> ledger.account(book, role, commodity, bounds))
                .toList();
    }

    private static AccountId any(List<AccountId> accounts) {
        return accounts.get(ThreadLocalRandom.current().nextInt(accounts.size()));
    }

    /** A sale as the application posts it. */
    private final class Posting implements Client {

        private final Books books;

        Posting(Books books) {
            this.books = books;
        }

        @Override
        public void write() {
            long grams = ThreadLocalRandom.current().nextLong(1, 500) * 1_000;
            ledger.ledger()
                    .post(
                            Draft.of(books.id(), Ids.next(), "sale", today)
                                    .because("بيع لصائغ")
                                    .debit(any(books.tills()), grams)
                                    .credit(any(books.sales()), grams)
                                    .debit(any(books.outside()), grams)
                                    .credit(any(books.lots()), grams),
                            CLERK);
        }

        @Override
        public void close() {}
    }

    /** The rows of the same sale, inserted. */
    private final class Inserting implements Client {

        private final Books books;
        private final UUID book = UUID.randomUUID();
        private final byte[] digest = new byte[32];
        private final Connection connection;
        private final PreparedStatement entry;
        private final PreparedStatement postings;
        private long number;

        Inserting(Books books) throws SQLException {
            this.books = books;
            connection = database.getConnection();
            connection.setAutoCommit(false);
            entry = connection.prepareStatement("""
                    insert into floor.entry (id, book, number, key, payload, kind, occurred_on, posted_at, posted_on, actor, actor_name, reason,
                                             source_kind, source_id, reversal_of, transaction, postings, prev_hash, hash)
                    values (?, ?, ?, ?, ?, 'sale', ?, ?, ?, ?, ?, ?, null, null, null, pg_current_xact_id(), ?, ?, ?)""");
            postings = connection.prepareStatement(
                    "insert into floor.posting (book, number, line, account, amount, occurred_on) values "
                            + "(?, ?, 1, ?, ?, ?), (?, ?, 2, ?, ?, ?), (?, ?, 3, ?, ?, ?), (?, ?, 4, ?, ?, ?)");
        }

        @Override
        public void write() throws SQLException {
            ThreadLocalRandom.current().nextBytes(digest);
            long grams = ThreadLocalRandom.current().nextLong(1, 500) * 1_000;
            number++;
            entry.setObject(1, Ids.next());
            entry.setObject(2, book);
            entry.setLong(3, number);
            entry.setObject(4, Ids.next());
            entry.setBytes(5, digest);
            entry.setObject(6, today);
            entry.setObject(7, OffsetDateTime.now(ZoneOffset.UTC));
            entry.setObject(8, today);
            entry.setString(9, CLERK.id());
            entry.setString(10, CLERK.name());
            entry.setString(11, "بيع لصائغ");
            entry.setBytes(12, digest);
            entry.setBytes(13, digest);
            entry.setBytes(14, digest);
            entry.executeUpdate();
            var accounts = new ArrayList<AccountId>(
                    List.of(any(books.tills()), any(books.sales()), any(books.outside()), any(books.lots())));
            for (int line = 0; line < 4; line++) {
                postings.setObject(5 * line + 1, book);
                postings.setLong(5 * line + 2, number);
                postings.setObject(5 * line + 3, accounts.get(line).value());
                postings.setLong(5 * line + 4, line % 2 == 0 ? grams : -grams);
                postings.setObject(5 * line + 5, today);
            }
            postings.executeUpdate();
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.setAutoCommit(true);
            connection.close();
        }
    }
}
