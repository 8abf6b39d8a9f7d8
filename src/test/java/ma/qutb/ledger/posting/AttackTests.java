package ma.qutb.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.LedgerModuleTest;
import ma.qutb.ledger.StandingClock;
import ma.qutb.shell.Texts;
import ma.qutb.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the owner of the tables may try, and what keeps them from it: without its guard each attack succeeds. */
@LedgerModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTests {

    @Autowired
    Ledger ledger;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient application;

    @Autowired
    Texts texts;

    private AttackedBook book;

    @BeforeAll
    void makeBook() {
        book = AttackedBook.make(ledger, clock);
    }

    static List<Attack> attacks() {
        return Attack.all();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void theOwnerIsRefused(Attack attack) throws SQLException {
        try (var owner = owner()) {
            assertThatExceptionOfType(PSQLException.class)
                    .isThrownBy(() -> attempt(owner, attack))
                    .satisfies(it -> assertThat(it.getServerErrorMessage().getConstraint())
                            .as(it.getMessage())
                            .isEqualTo(attack.rule()))
                    .satisfies(it -> assertSaid(attack.rule(), it));
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void withoutItsGuardTheAttackSucceeds(Attack attack) throws SQLException {
        try (var owner = owner()) {
            for (var guard : attack.guards()) {
                run(owner, Attack.off(guard));
            }
            assertThatCode(() -> attempt(owner, attack))
                    .as("%s is not what refuses it", attack.guards())
                    .doesNotThrowAnyException();
            owner.rollback();
        }
    }

    @Test
    void everyRuleIsReachedByAnAttack() {
        assertThat(attacks())
                .extracting(Attack::rule)
                .containsAll(LedgerRefusals.RULES)
                .allMatch(LedgerRefusals.RULES::contains);
    }

    @Test
    void everyTriggerIsTakenOffByAnAttack() throws SQLException {
        var guards = attacks().stream().flatMap(it -> it.guards().stream()).collect(Collectors.toSet());
        var triggers = new TreeSet<String>();
        try (var owner = owner();
                var rows = owner.createStatement().executeQuery("""
                        select t.tgname || ' on ' || c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
                         where c.relnamespace = 'ledger'::regnamespace and not t.tgisinternal
                           and t.tgname not in ('audit', 'audit_new', 'book_begins_chain', 'account_begins_balance')""")) {
            while (rows.next()) {
                triggers.add(rows.getString(1));
            }
        }
        triggers.removeAll(guards);
        assertThat(triggers).as("a trigger nobody would miss").isEmpty();
    }

    @Test
    void theApplicationWritesEntriesByTheLedgersFunctionsOnly() {
        for (var table : List.of(
                "entry",
                "posting",
                "balance",
                "chain",
                "reservation",
                "reserved_line",
                "outcome",
                "closing",
                "snapshot")) {
            for (var act :
                    List.of("insert into ledger.%s default values", "delete from ledger.%s", "truncate ledger.%s")) {
                assertThatThrownBy(() -> application.sql(act.formatted(table)).update())
                        .as(act.formatted(table))
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
            assertThat(application
                            .sql("select has_any_column_privilege('ledger.' || :table, 'update')")
                            .param("table", table)
                            .query(Boolean.class)
                            .single())
                    .as(table)
                    .isFalse();
        }
    }

    /** What the code makes of it: a refusal with a sentence in each language. */
    private void assertSaid(String rule, PSQLException cause) {
        var said = LedgerRefusals.of(new DataIntegrityViolationException("refused", cause));
        assertThat(said).isInstanceOf(Refusal.class);
        var refusal = (Refusal) said;
        assertThat(refusal.code()).isEqualTo("ledger.refusal." + rule.replace('_', '-'));
        var sentences = Language.COMPLETE.stream()
                .map(it -> texts.say(it, refusal.code(), refusal.getArguments()))
                .toList();
        assertThat(sentences)
                .doesNotHaveDuplicates()
                .allSatisfy(it -> assertThat(it).doesNotContain("⟦", "{"));
    }

    private void attempt(Connection owner, Attack attack) throws SQLException {
        for (var step : attack.steps()) {
            run(owner, book.words(step));
        }
        run(owner, "set constraints all immediate");
    }

    private static void run(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection owner() throws SQLException {
        var server = TestDatabase.server();
        var connection = DriverManager.getConnection(
                server.url().replaceFirst("/qutb$", "/qutb_ledger"), server.user(), server.password());
        connection.setAutoCommit(false);
        return connection;
    }
}
