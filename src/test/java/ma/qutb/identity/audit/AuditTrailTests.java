package ma.qutb.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.qutb.identity.AuditTrail;
import ma.qutb.identity.AuditTrail.Difference;
import ma.qutb.identity.IdentityTest;
import ma.qutb.identity.TestSessions;
import ma.qutb.identity.account.TestAccounts;
import ma.qutb.kernel.Role;
import ma.qutb.shell.Texts;
import ma.qutb.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@IdentityTest
class AuditTrailTests {

    @Autowired
    MockMvc web;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSessions sessions;

    @Autowired
    JdbcClient database;

    @Autowired
    Texts texts;

    @Test
    void additionChangeAndDeletionAreKeptWithWhoAndWhereAndWithoutSecrets() throws Exception {
        try (var owner = owner();
                var sql = owner.createStatement()) {
            sql.execute("create table identity.audit_probe (id uuid, name text, secret text, other text)");
            sql.execute("select identity.audit_table('identity.audit_probe', 'id', 'secret')");
            var id = UUID.randomUUID();
            try {
                owner.setAutoCommit(false);
                sql.execute(
                        "select set_config('qutb.actor', 'importer', true), set_config('qutb.address', '10.1.2.3', true),"
                                + " set_config('qutb.request', 'abcd1234', true)");
                sql.execute("insert into identity.audit_probe values ('" + id + "', 'السالكة', 'JB12345', 'x')");
                sql.execute("update identity.audit_probe set name = 'فاطمتو', secret = 'JB99999'");
                sql.execute("update identity.audit_probe set name = 'فاطمتو'");
                sql.execute("delete from identity.audit_probe");
                owner.commit();
                owner.setAutoCommit(true);

                var entries = trail.of("identity.audit_probe", id.toString());

                assertThat(entries).extracting(AuditTrail.Entry::action).containsExactly("delete", "update", "insert");
                assertThat(entries).allSatisfy(it -> {
                    assertThat(it.actor()).isEqualTo("importer");
                    assertThat(it.address()).isEqualTo("10.1.2.3");
                    assertThat(it.request()).isEqualTo("abcd1234");
                    assertThat(it.differences().toString()).doesNotContain("JB12345", "JB99999");
                });
                assertThat(entries.get(1).differences())
                        .containsExactlyInAnyOrder(
                                new Difference("name", "السالكة", "فاطمتو"), new Difference("secret", "•", "•••"));
            } finally {
                sql.execute("drop table identity.audit_probe");
                // Nobody has words for it, and other tests read the pages of the trail.
                sql.execute("delete from identity.audit_entry where subject = 'identity.audit_probe'");
            }
        }
    }

    @Test
    void aChangeThroughThePagesNamesTheSignedInUserAndTheRequest() throws Exception {
        var administrator = accounts.with(Role.ADMINISTRATOR);
        var clerk = accounts.with(Role.SALE_POINT_CLERK);
        var answer = web.perform(
                        post("/app/users/" + clerk.id() + "/lock").with(csrf()).cookie(sessions.of(administrator)))
                .andReturn()
                .getResponse();

        var entry = trail.of("identity.account", clerk.id().toString()).stream()
                .filter(it -> it.action().equals("update"))
                .findFirst()
                .orElseThrow();

        assertThat(entry.actor()).isEqualTo(administrator.id().toString());
        assertThat(entry.actorName()).isEqualTo(administrator.displayName());
        assertThat(entry.address()).isEqualTo("127.0.0.1");
        assertThat(entry.request()).isEqualTo(answer.getHeader("X-Request-Id"));
        assertThat(entry.differences()).contains(new Difference("state", "ACTIVE", "LOCKED"));
    }

    @Test
    void signInAndItsFailureAreActsOnRecord() throws Exception {
        var auditor = accounts.with(Role.AUDITOR);
        sessions.tried(auditor.userName(), "not it");
        sessions.of(auditor);

        assertThat(trail.of("identity.account", auditor.id().toString()))
                .extracting(AuditTrail.Entry::action)
                .startsWith("sign-in", "sign-in-failed");
    }

    @Test
    void nobodyWhoUsesTheApplicationCanAlterTheTrail() {
        for (var attack : new String[] {
            "delete from identity.audit_entry",
            "update identity.audit_entry set actor = ''",
            "truncate identity.audit_entry"
        }) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.sql(attack).update())
                    .withStackTraceContaining("permission denied");
        }
    }

    @Test
    void theAuditorFindsAnActByItsUserAndReadsBeforeAndAfter() throws Exception {
        var auditor = sessions.of(accounts.with(Role.AUDITOR));
        var administrator = accounts.with(Role.ADMINISTRATOR);
        var clerk = accounts.with(Role.SALE_POINT_CLERK);
        web.perform(post("/app/users/" + clerk.id() + "/lock").with(csrf()).cookie(sessions.of(administrator)));
        var entry = trail.of("identity.account", clerk.id().toString()).stream()
                .filter(it -> it.action().equals("update"))
                .findFirst()
                .orElseThrow();

        web.perform(get("/app/audit")
                        .param("user", administrator.userName())
                        .param("record", clerk.id().toString())
                        .cookie(auditor))
                .andExpect(content().string(containsString("/app/audit/" + entry.id())));
        web.perform(get("/app/audit")
                        .param("user", clerk.userName())
                        .param("record", clerk.id().toString())
                        .param("action", "update")
                        .cookie(auditor))
                .andExpect(content().string(not(containsString("/app/audit/" + entry.id() + "\""))));
        web.perform(get("/app/audit/" + entry.id()).cookie(auditor))
                .andExpect(content().string(containsString("LOCKED")))
                .andExpect(content().string(containsString("ACTIVE")));
        web.perform(get("/app/audit").cookie(sessions.of(accounts.with(Role.REGISTRAR))))
                .andExpect(status().isForbidden());
    }

    @Test
    void anActThatChangesNothingIsRecordedWithItsDetail() {
        var subject = UUID.randomUUID().toString();

        trail.record("see-cin", "registry.person", subject, Map.of("field", "cin"));

        assertThat(trail.of("registry.person", subject)).singleElement().satisfies(it -> {
            assertThat(it.action()).isEqualTo("see-cin");
            assertThat(it.differences()).containsExactly(new Difference("field", null, "cin"));
        });
    }

    @Test
    void everyAuditedTableHasAName() {
        var tables = database.sql("""
                        select n.nspname || '.' || c.relname from pg_trigger t
                        join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
                        where t.tgname = 'audit'""").query(String.class).list();

        assertThat(tables)
                .as("the auditor reads words: give the message audit.subject.<schema>.<table>")
                .allMatch(it -> texts.has("audit.subject." + it));
    }

    @Test
    void everyActInTheCodeHasWords() throws Exception {
        var record = Pattern.compile("(?:trail|audit)\\s*\\.record\\(\\s*\"([a-z-]+)\"");
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(it -> it.toString().endsWith(".java"))
                            .flatMap(it -> record.matcher(read(it)).results())
                            .map(it -> it.group(1))
                            .distinct())
                    .as("the auditor reads words: give the message audit.action.<act>")
                    .isNotEmpty()
                    .allMatch(it -> texts.has("audit.action." + it));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Connection owner() throws Exception {
        var server = TestDatabase.server();
        var own = server.url().replaceFirst("/qutb$", "/qutb_identity");
        return DriverManager.getConnection(own, server.user(), server.password());
    }
}
