package ma.qutb.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.identity.account.ManagingAccounts;
import ma.qutb.identity.account.Particulars;
import ma.qutb.identity.account.Passwords;
import ma.qutb.identity.account.Reach;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Role;
import ma.qutb.platform.EmbeddedPostgres;
import ma.qutb.registry.directory.Weaver;
import ma.qutb.registry.person.RegisteringPeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;

/** What goes wrong in a day of use, as it reaches the reader: over the network, with a database of its own that can be stopped. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "qutb.test.own-database=true",
            "qutb.sign-in.tries-by-address=1000000",
            "qutb.key=dGVzdHMgb25seSwgdGVzdHMgb25seSwgdGVzdHMgb25seQ=="
        })
@Import(FaultsTests.Broken.class)
@DirtiesContext
class FaultsTests {

    private static final String PASSWORD = "correct horse 4 stables";

    @TempDir
    static Path home;

    static EmbeddedPostgres postgres;
    static int databasePort;

    @LocalServerPort
    int port;

    @Autowired
    ManagingAccounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    RegisteringPeople registering;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    String registrar;

    /** A page whose template cannot be drawn: it wants more than it is given. */
    @Controller
    static class Broken {
        @GetMapping({"/fr/broken", "/app/broken"})
        String broken() {
            return "importing/show";
        }
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry settings) throws Exception {
        System.setProperty(
                "qutb.postgres.binaries",
                Path.of(System.getProperty("java.io.tmpdir"), "qutb-postgres").toString());
        try (var free = new ServerSocket(0)) {
            databasePort = free.getLocalPort();
        }
        home = Files.createTempDirectory("qutb-faults-");
        postgres = EmbeddedPostgres.start(home, databasePort, false);
        settings.add("qutb.files.folder", home.resolve("files")::toString);
        settings.add("qutb.db.url", postgres::url);
        settings.add("qutb.db.user", postgres::user);
        settings.add("qutb.db.password", postgres::password);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void aRegistrar() {
        registrar = userWith(Role.REGISTRAR, Reach.EVERYWHERE, List.of());
    }

    @Test
    void whileTheDatabaseRestartsEveryPageSaysSoAndAfterwardsTheSameFormIsTaken() throws Exception {
        var arabic = new Caller(port, "ar").signIn(registrar, PASSWORD);
        assertThat(arabic.get("/app/people/new").statusCode()).isEqualTo(200);
        var form = filled();

        postgres.close();
        calm(new Caller(port, "fr").get("/fr/directory"), "redémarre");
        calm(arabic.get("/app/people"), "تعيد التشغيل");
        var lost = arabic.post("/app/people", form);
        calm(lost, "تعيد التشغيل");
        // What the browser needs to bring the form back, and where the form is.
        assertThat(lost.body()).contains("data-keeps-draft=\"true\"", "href=\"/app/people/new\"");

        postgres = EmbeddedPostgres.start(home, databasePort, false);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> arabic.get("/app/people").statusCode() == 200);
        assertThat(new Caller(port, "fr").get("/fr/directory").statusCode()).isEqualTo(200);
        var saved = arabic.post("/app/people", form);
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(saved.headers().firstValue("Location").orElseThrow()).contains("/app/people/");
    }

    private static void calm(HttpResponse<String> answer, String words) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body())
                .contains(words, answer.headers().firstValue("X-Request-Id").orElseThrow())
                .containsOnlyOnce("</html>")
                .doesNotContain("Exception", "SQL", "⟦");
    }

    @Test
    void aTemplateThatBreaksBecomesAnErrorPageWithItsNumberAndNotHalfAPage() throws Exception {
        var french = new Caller(port, "fr").get("/fr/broken");
        var staff = new Caller(port, "ar").signIn(registrar, PASSWORD).get("/app/broken");
        for (var answer : List.of(french, staff)) {
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .containsOnlyOnce("<html")
                    .containsOnlyOnce("</html>")
                    .contains(answer.headers().firstValue("X-Request-Id").orElseThrow())
                    .doesNotContain("Exception", "importing", "⟦");
        }
        assertThat(french.body()).contains("Quelque chose s’est cassé chez nous", "lang=\"fr\"");
        assertThat(staff.body()).contains("lang=\"ar\"");
    }

    @Test
    void anUnknownAddressIsSaidInTheReadersLanguage() throws Exception {
        var french = new Caller(port, "fr");
        var arabic = new Caller(port, "ar").signIn(registrar, PASSWORD);
        assertThat(french.get("/fr/nulle-part"))
                .satisfies(it -> assertThat(it.statusCode()).isEqualTo(404))
                .satisfies(it -> assertThat(it.body()).contains("Cette page n’est pas ici"));
        assertThat(arabic.get("/app/nowhere/at/all"))
                .satisfies(it -> assertThat(it.statusCode()).isEqualTo(404))
                .satisfies(it -> assertThat(it.body()).contains("هذه الصفحة ليست هنا"));
    }

    @Test
    void aRecordOfAnotherScopeIsTheSameToTheByteAsNone() throws Exception {
        var person = Weaver.registered(registering, "C-GUE").id().value();
        var organisation = organisation();
        var ofTata =
                new Caller(port, "ar").signIn(userWith(Role.REGISTRAR, Reach.TERRITORIES, List.of("P-TAT")), PASSWORD);
        for (var page : Map.of("/app/people/", person, "/app/organisations/", organisation)
                .entrySet()) {
            for (var part : List.of("", "/correction", "/documents", "/changes", "/nothing")) {
                var none = UUID.randomUUID();
                var hidden = ofTata.get(page.getKey() + page.getValue() + part);
                var absent = ofTata.get(page.getKey() + none + part);
                assertThat(hidden.statusCode())
                        .as(page.getKey() + "…" + part)
                        .isEqualTo(404)
                        .isEqualTo(absent.statusCode());
                assertThat(plain(hidden, page.getValue())).isEqualTo(plain(absent, none));
                assertThat(hidden.headers().map().keySet())
                        .isEqualTo(absent.headers().map().keySet());
            }
        }
    }

    /** Without what differs between any two answers: the number of the request and the id that was asked for. */
    private static String plain(HttpResponse<String> answer, UUID id) {
        return answer.body()
                .replace(id.toString(), "ID")
                .replace(answer.headers().firstValue("X-Request-Id").orElseThrow(), "REQUEST");
    }

    @Test
    void aHiddenTurnOfDirectionNeverReachesARecord() throws Exception {
        var caller = new Caller(port, "ar").signIn(registrar, PASSWORD);
        caller.get("/app/people/new");
        var form = filled();
        form.put("givenArabic", "زي\u202Eنب\u200F");
        var saved = caller.post("/app/people", form);
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(database.sql("select given_name_ar from registry.person where family_name_ar = :family")
                        .param("family", form.get("familyArabic"))
                        .query(String.class)
                        .single())
                .isEqualTo("زينب");
    }

    @Test
    void aFormulaInARecordIsATextInTheExportedFile() throws Exception {
        var caller = new Caller(port, "ar").signIn(registrar, PASSWORD);
        var weaver = Weaver.registered(registering);
        database.sql("update registry.person set family_name_ar = :formula where id = :id")
                .param("formula", "=HYPERLINK(\"http://x\";\"" + weaver.family() + "\")")
                .param("id", weaver.id().value())
                .update();
        var file = caller.get("/app/lists/people.csv");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).contains("HYPERLINK").doesNotContainPattern("(?m)(^|[,;\"])=HYPERLINK");
    }

    private UUID organisation() {
        return database.sql("""
                        insert into registry.organisation (id, name_ar, legal_form, status, territory_code, registered_at, version)
                        values (uuidv7(), 'تعاونية بعيدة', 'COOPERATIVE', 'ACTIVE', 'C-GUE', now(), 1) returning id
                        """).query(UUID.class).single();
    }

    private Map<String, String> filled() {
        var letters = UUID.randomUUID().toString().replaceAll("[^0-9]", "").substring(0, 6);
        var family = new StringBuilder("بو");
        letters.chars().forEach(it -> family.append("بتدرزسفلمن".charAt(it - '0')));
        return new HashMap<>(Map.of(
                "givenArabic", "زينب",
                "familyArabic", family.toString(),
                "sex", "FEMALE",
                "identityKind", "CIN",
                "territory", "C-GUE",
                "confirmed", "true",
                "token", UUID.randomUUID().toString()));
    }

    private String userWith(Role role, Reach reach, List<String> places) {
        var name = "u" + UUID.randomUUID().toString().substring(0, 12);
        var who = new Particulars(name, "نزهة", null, null, Language.AR, null);
        var account = accounts.open(who);
        database.sql("update identity.account set password_hash = :hash where id = :id")
                .param("hash", passwords.hash(PASSWORD))
                .param("id", account)
                .update();
        accounts.give(account, role, reach, places, LocalDate.now(clock), null);
        return name;
    }
}
