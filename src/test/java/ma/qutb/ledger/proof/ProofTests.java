package ma.qutb.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.LedgerModuleTest;
import ma.qutb.ledger.StandingClock;
import ma.qutb.ledger.TestBook;
import ma.qutb.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Damage done by somebody who owns the database and takes the triggers off first. */
@LedgerModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofTests {

    @Autowired
    Ledger ledger;

    @Autowired
    StandingClock clock;

    @Autowired
    NightlyProof nightly;

    @Autowired
    ProofTable proofs;

    private TestBook book;

    @BeforeAll
    void keepABook() {
        // Another one, where an account can be moved to.
        TestBook.open(ledger);
        book = TestBook.open(ledger);
        var month = YearMonth.from(clock.today());
        ledger.post(book.paidIn(1_000_00, clock.today()), TestBook.CLERK);
        ledger.post(book.received(book.lot(), 500_000, clock.today()), TestBook.CLERK);
        clock.toNextMonth();
        ledger.closeMonth(book.id(), month, TestBook.CLERK);
        var sold = ledger.post(book.sold(book.lot(), 200_000, book.till(), 2_500_00, clock.today()), TestBook.CLERK);
        ledger.reverse(sold, UUID.randomUUID(), "خطأ في الوزن", TestBook.CLERK);
        ledger.reserve(
                book.sold(book.lot(), 100_000, book.till(), 1_250_00, clock.today()),
                clock.instant().plus(Duration.ofDays(1_000)),
                TestBook.CLERK);
        ledger.post(book.paidIn(1_00, clock.today()), TestBook.CLERK);
    }

    @Test
    void whatTheLedgerWroteIsWhole() throws SQLException {
        try (var owner = owner()) {
            var finding = LedgerWalk.over(owner);
            assertThat(finding.damage()).isEmpty();
            assertThat(finding.entries()).isGreaterThanOrEqualTo(5);
            assertThat(finding.postings()).isGreaterThanOrEqualTo(14);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postings-changed | update ledger.posting set amount = 2 * amount where book = '{book}' and number = 1",
                "postings-changed | update ledger.posting set occurred_on = occurred_on - 1 where book = '{book}' and number = 1",
                "unbalanced | update ledger.posting set amount = amount + 1 where book = '{book}' and number = 1 and line = 1",
                "unbalanced | delete from ledger.posting where book = '{book}' and number = 1 and line = 2",
                "entry-changed | update ledger.entry set reason = 'شيء آخر' where book = '{book}' and number = 3",
                "entry-changed | update ledger.entry set actor_name = 'غيري' where book = '{book}' and number = 5",
                "chain-broken | update ledger.entry set reason = 'شيء آخر' where book = '{book}' and number = 3; update ledger.entry e set hash = ledger.entry_hash(e) where book = '{book}' and number = 3",
                "number-missing | delete from ledger.posting where book = '{book}' and number = 2; delete from ledger.entry where book = '{book}' and number = 2",
                "end-missing | delete from ledger.posting where book = '{book}' and number = 5; delete from ledger.entry where book = '{book}' and number = 5",
                "posting-without-entry | insert into ledger.posting values ('{book}', 6, 1, '{till}', 5, current_date), ('{book}', 6, 2, '{capital}', -5, current_date)",
                "posting-without-entry | delete from ledger.entry where book = '{book}' and number = 2",
                "account-elsewhere | update ledger.account set book = (select id from ledger.book where id <> '{book}' limit 1) where id = '{sales}'",
                "time-goes-back | update ledger.entry set posted_at = posted_at - interval '90 days', posted_on = posted_on - 90, occurred_on = occurred_on - 90 where book = '{book}' and number = 5; update ledger.entry e set hash = ledger.entry_hash(e) where book = '{book}' and number = 5; update ledger.chain set hash = (select hash from ledger.entry where book = '{book}' and number = 5) where book = '{book}'",
                "under-floor | update ledger.posting set amount = -amount where book = '{book}' and number = 1",
                "balance-wrong | update ledger.balance set posted = posted + 1 where account = '{till}'",
                "balance-wrong | delete from ledger.balance where account = '{till}'",
                "reserved-wrong | update ledger.balance set pending_out = 0 where account = '{lot}'",
                "snapshot-wrong | update ledger.snapshot set balance = balance + 1 where book = '{book}' and account = '{till}'",
                "snapshot-wrong | delete from ledger.snapshot where book = '{book}' and account = '{till}'",
                "closing-broken | update ledger.closing set actor_name = 'غيري' where book = '{book}'",
                "closing-broken | update ledger.closing set last_number = 1 where book = '{book}'"
            })
    void damageDoneByHandIsFound(String kind, String damage) throws SQLException {
        try (var owner = owner()) {
            owner.setAutoCommit(false);
            run(owner, "set local session_replication_role = replica");
            for (var step : damage.split("; ")) {
                run(owner, words(step));
            }
            assertThat(LedgerWalk.in(owner).damage()).extracting(Damage::kind).contains(kind);
            owner.rollback();
        }
    }

    @Test
    void theNightlyProofIsKeptForReaders() throws SQLException {
        clock.forward(Duration.ofDays(1));
        nightly.prove();
        // Another node, the same night.
        nightly.prove();

        assertThat(proofs.last()).hasValueSatisfying(it -> {
            assertThat(it.finding().whole()).isTrue();
            assertThat(it.endedAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void theCommandSaysItInOneLine() {
        var server = TestDatabase.server();
        var out = new ByteArrayOutputStream();

        int status = ProofCommand.run(
                Map.of(
                        "QUTB_DB_URL",
                        address(),
                        "QUTB_DB_USER",
                        server.user(),
                        "QUTB_DB_PASSWORD",
                        server.password(),
                        "LANG",
                        "ar_MA.UTF-8"),
                new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).strip())
                .startsWith("الدفاتر سليمة")
                .hasLineCount(1);
    }

    @Test
    void withoutADatabaseTheCommandSaysWhy() {
        var out = new ByteArrayOutputStream();

        assertThat(ProofCommand.run(
                        Map.of("QUTB_DB_URL", "jdbc:postgresql://127.0.0.1:1/none"),
                        new PrintStream(out, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Qutb: ");
    }

    private String words(String sql) {
        return sql.replace("{book}", book.id().value().toString())
                .replace("{till}", book.till().value().toString())
                .replace("{lot}", book.lot().value().toString())
                .replace("{sales}", book.sales().value().toString())
                .replace("{capital}", book.capital().value().toString());
    }

    private static void run(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String address() {
        return TestDatabase.server().url().replaceFirst("/qutb$", "/qutb_ledger");
    }

    private static Connection owner() throws SQLException {
        var server = TestDatabase.server();
        return DriverManager.getConnection(address(), server.user(), server.password());
    }
}
