package ma.qutb.materials.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.TestPoint;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@MaterialsModuleTest
@Import(TestCounter.class)
class QuotaPagesTests {

    private static final Authentication DIRECTOR = TestActor.with(Code.SEE, Code.MANAGE_POINTS, "registry.see-people");

    @Autowired
    MockMvc web;

    @Autowired
    SettingQuotas quotas;

    @Autowired
    TestCounter counter;

    @Autowired
    TestPoint points;

    @Autowired
    People people;

    @Autowired
    SellingAtTheCounter selling;

    @Autowired
    JdbcClient database;

    @Autowired
    StandingClock clock;

    private SalePoint point;

    @BeforeEach
    void openAPoint() {
        clock.forward(Duration.ofMinutes(1));
        counter.quote("10");
        point = counter.open();
    }

    @Test
    void theDirectorSetsAQuotaFromADayOn() throws Exception {
        send("2500,5", "month", LocalDate.now(clock), "الفصل 4").andExpect(redirectedUrl("/app/quotas"));

        assertThat(database.sql(
                                "select most || ' ' || period || ' ' || reason from materials.quota_rule where sale_point_id = :point")
                        .param("point", point.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("2500500 month الفصل 4");
        assertThat(read("/app/quotas?point=" + point.id(), "fr"))
                .contains("2 500,5", "Par mois", "الفصل 4", "/app/quotas/use?point=" + point.id());
    }

    @ParameterizedTest
    @CsvSource({
        "0, month, 0, الفصل 4, Saisissez un quota",
        "x, month, 0, الفصل 4, Saisissez un quota",
        "5, decade, 0, الفصل 4, Choisissez le mois",
        "5, month, -1, الفصل 4, passé",
        "5, month, 0, ' ', Citez l’article"
    })
    void whatIsNoQuotaIsRefused(String most, String period, int days, String reason, String said) throws Exception {
        send(most, period, LocalDate.now(clock).plusDays(days), reason)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(said)));
    }

    @Test
    void theLastQuotaOfADayCountsAndAnEarlierOneEndsTheDayBefore() throws Exception {
        rule(10_000, "today - 40", "0");
        rule(20_000, "today", "0");
        rule(30_000, "today", "1");
        rule(40_000, "today + 9", "2");

        assertThat(states("replaced")).contains("20");
        assertThat(states("over")).contains(day("today - 1"));
        assertThat(states("force")).contains(day("today + 8"));
        assertThat(states("coming")).contains(day("today + 9"));
    }

    @Test
    void whoUsedHowMuchIsSeenNearestToTheEndFirst() throws Exception {
        rule(100_000, "today - 40", "0");
        var near = used(90_000, "today");
        used(10_000, "today");
        used(100_001, "today");
        var past = used(50_000, "today - interval '3 months'");

        var page = read("/app/quotas/use?point=" + point.id(), "fr");
        assertThat(page).containsSubsequence("100,001", "Dépassé", "90", "Presque épuisé", "10", "Il en reste");
        // All jewellers of the tests are called the same: three lines, the old period is none of them.
        assertThat(page.split(name(past), -1)).hasSize(4);
        assertThat(read("/app/quotas/use?state=near&point=" + point.id(), "fr").split(name(near), -1))
                .hasSize(2);
        var csv = web.perform(get("/app/quotas/use?format=csv&point=" + point.id())
                        .cookie(new Cookie("lang", "fr"))
                        .with(authentication(DIRECTOR)))
                .andReturn()
                .getResponse();
        assertThat(csv.getStatus()).isLessThan(400);
    }

    @Test
    void whoBoughtBeforeTheQuotaWasSetIsSeenToo() throws Exception {
        points.silver(point, 1_000_000, 999, 10_000_00);
        var buyer = counter.jeweller();
        selling.sell(counter.cash(point, buyer, 30_000), TestCounter.CLERK);
        selling.sell(counter.cash(point, buyer, 50_000), TestCounter.CLERK);
        quotas.set(
                point.id(),
                MaterialCode.SILVER,
                LocalDate.now(clock),
                QuotaPeriod.MONTH,
                100_000,
                "الفصل 4",
                TestCounter.DIRECTOR);

        assertThat(read("/app/quotas/use?point=" + point.id(), "fr"))
                .containsSubsequence(name(buyer), "80", "100", "20", "Presque épuisé");

        selling.sell(counter.cash(point, buyer, 20_000), TestCounter.CLERK);
        var page = read("/app/quotas/use?sort=artisan&point=" + point.id(), "fr");
        assertThat(page).contains("Épuisé");
        assertThat(page.split(name(buyer), -1)).hasSize(2);
    }

    @Test
    void onlyTheirOwnPointsAreSeenOrSet() throws Exception {
        rule(100_000, "today", "0");
        var elsewhere = TestActor.within(new Scope.Within(Set.of("P-TAN")), Code.SEE, Code.MANAGE_POINTS);
        web.perform(get("/app/quotas").with(authentication(elsewhere)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(org.hamcrest.Matchers.not(
                                containsString(point.id().toString()))));
        web.perform(post("/app/quotas")
                        .param("point", point.id().toString())
                        .with(csrf())
                        .with(authentication(elsewhere)))
                .andExpect(status().isUnprocessableContent());
        web.perform(get("/app/quotas/new").with(authentication(TestActor.with(Code.SEE))))
                .andExpect(status().isForbidden());
        web.perform(get("/app/quotas").with(authentication(TestActor.with()))).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void everyPageHasItsWords(String language) throws Exception {
        rule(100_000, "today", "0");
        used(10_000, "today");
        for (var path : new String[] {"/app/quotas", "/app/quotas/use", "/app/quotas/new"}) {
            assertThat(read(path, language)).doesNotContain("⟦");
        }
    }

    private ResultActions send(String most, String period, LocalDate from, String reason) throws Exception {
        return web.perform(post("/app/quotas")
                .param("point", point.id().toString())
                .param("material", "SILVER")
                .param("most", most)
                .param("period", period)
                .param("from", from.toString())
                .param("reason", reason)
                .cookie(new Cookie("lang", "fr"))
                .with(csrf())
                .with(authentication(DIRECTOR)));
    }

    /** Other tests move the clock on, whose day the lists show. */
    private String onTheClock(String day) {
        return day.replace("today", "date '" + LocalDate.now(clock) + "'");
    }

    private void rule(long most, String from, String minutes) {
        database.sql("""
                        insert into materials.quota_rule (id, sale_point_id, material_code, valid_from, period, most, reason, entered_at,
                            entered_by, entered_by_name)
                        values (:id, :point, 'SILVER', %s, 'month', :most, 'الفصل 4', now() + interval '%s minutes', 'x', 'المدير')
                        """.formatted(onTheClock(from), minutes))
                .param("id", UUID.randomUUID())
                .param("point", point.id().value())
                .param("most", most)
                .update();
    }

    private PersonId used(long amount, String day) {
        var person = counter.jeweller();
        database.sql("""
                        insert into materials.quota_use (person_id, sale_point_id, material_code, period, starts_on, used)
                        values (:person, :point, 'SILVER', 'month', date_trunc('month', %s)::date, :used)
                        """.formatted(onTheClock(day)))
                .param("person", person.value())
                .param("point", point.id().value())
                .param("used", amount)
                .update();
        return person;
    }

    private String name(PersonId person) {
        return people.find(person).orElseThrow().name().in(Language.FR);
    }

    private String day(String expression) {
        return database.sql("select to_char(%s, 'DD/MM/YYYY')".formatted(onTheClock(expression)))
                .query(String.class)
                .single();
    }

    private String states(String state) throws Exception {
        return read("/app/quotas?state=" + state + "&point=" + point.id(), "fr");
    }

    private String read(String path, String language) throws Exception {
        return web.perform(get(path).cookie(new Cookie("lang", language)).with(authentication(DIRECTOR)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("[\\u00a0\\u202f]", " ");
    }
}
