package ma.qutb.ledger.proof;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import ma.qutb.bench.BenchLedger;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Poster;

/**
 * A process of its own that posts without pause until it is killed. It says on its standard output which key it is about to send and
 * which was answered; what was not answered because the database went away it sends again under the same key.
 */
final class BusyClerk {

    static final int LINES = 4;
    private static final int THREADS = 4;
    private static final ZoneId POLE = ZoneId.of("Africa/Casablanca");
    private static final Poster CLERK = new Poster("00000000-0000-7000-8000-000000000001", "نزهة");

    private BusyClerk() {}

    /** Arguments: address, user, password of the database, the book, two accounts in dirhams and two in grams. */
    public static void main(String[] arguments) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(arguments[0]);
        pool.setUsername(arguments[1]);
        pool.setPassword(arguments[2]);
        pool.setMaximumPoolSize(THREADS);
        pool.setConnectionTimeout(2_000);
        pool.setConnectionInitSql("set role qutb_application");
        var ledger = new BenchLedger(new HikariDataSource(pool), Clock.system(POLE));
        var book = new BookId(UUID.fromString(arguments[3]));
        for (int i = 0; i < THREADS; i++) {
            Thread.ofPlatform().start(() -> post(ledger, book, arguments));
        }
    }

    private static void post(BenchLedger ledger, BookId book, String[] arguments) {
        while (true) {
            long amount = ThreadLocalRandom.current().nextLong(1, 1_000);
            var draft = Draft.of(book, UUID.randomUUID(), "transfer", LocalDate.now(POLE))
                    .debit(account(arguments[4]), amount)
                    .credit(account(arguments[5]), amount)
                    .debit(account(arguments[6]), amount)
                    .credit(account(arguments[7]), amount);
            say("sent " + draft.key());
            while (!answered(ledger, draft)) {
                sleep();
            }
            say("answered " + draft.key());
        }
    }

    private static boolean answered(BenchLedger ledger, Draft draft) {
        try {
            ledger.ledger().post(draft, CLERK);
            return true;
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException gone) {
            return false;
        }
    }

    private static AccountId account(String id) {
        return new AccountId(UUID.fromString(id));
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
