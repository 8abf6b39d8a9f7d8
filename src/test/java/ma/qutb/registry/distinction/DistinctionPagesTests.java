package ma.qutb.registry.distinction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.PersonRegistered;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@RegistryModuleTest
class DistinctionPagesTests {

    private static final Authentication REGISTRAR =
            TestActor.with(Code.SEE_DISTINCTIONS, Code.EDIT_DISTINCTIONS, Code.SEE_PEOPLE);
    private static final Authentication READER = TestActor.with(Code.SEE_DISTINCTIONS);
    private static final Authentication REGISTRAR_OF_TATA = TestActor.within(
            new Scope.Within(Set.of("P-TAT")), Code.SEE_DISTINCTIONS, Code.EDIT_DISTINCTIONS, Code.SEE_PEOPLE);

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private UUID weaver;
    private String name;

    @BeforeEach
    void aWeaverOfGuelmim() {
        weaver = UUID.randomUUID();
        name = "زهرة " + letters(weaver);
        transaction.executeWithoutResult(it -> {
            database.sql("""
                            insert into registry.person (id, given_name_ar, territory_code, registered_at, version)
                            values (:id, :name, 'C-GUE', now(), 1)
                            """).param("id", weaver).param("name", name).update();
            events.publishEvent(new PersonRegistered(new PersonId(weaver)));
        });
    }

    @Test
    void whoReceivesItIsFoundByTheSearch() throws Exception {
        web.perform(get("/app/distinctions/new").param("q", name).with(authentication(REGISTRAR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/app/distinctions/new?person=" + weaver)));
        web.perform(get("/app/distinctions/new").param("q", name).with(authentication(REGISTRAR_OF_TATA)))
                .andExpect(content().string(not(containsString(weaver.toString()))));
    }

    @Test
    void aDistinctionRecordedStandsInTheListOnItsPageAndOnTheRecord() throws Exception {
        var page = record(form().param("givenOn", "2022-05-04").param("rank", "1"));

        web.perform(get("/app/distinctions?kind=award&year=2022&craft=WEV&territory=P-GUE")
                        .with(authentication(READER)))
                .andExpect(content().string(allOf(containsString(page), containsString(name))));
        web.perform(get("/app/distinctions?kind=medal").with(authentication(READER)))
                .andExpect(content().string(not(containsString(page))));
        web.perform(get(page).cookie(new Cookie("lang", "fr")).with(authentication(REGISTRAR)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Sanaat Bladi"),
                                containsString("4 mai 2022"),
                                containsString("محضر اللجنة 7"),
                                not(containsString("⟦")))));
        web.perform(get("/app/people/" + weaver).with(authentication(REGISTRAR)))
                .andExpect(content().string(containsString("صنعة بلادي")));
    }

    @Test
    void aDoubleClickRecordsOneDistinction() throws Exception {
        var form = form().param("year", "2020");
        var first = record(form);
        assertThat(record(form)).isEqualTo(first);
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void nothingIsRecordedWithoutSourceAndYearAndNothingTypedIsLost() throws Exception {
        web.perform(post("/app/distinctions")
                        .param("person", weaver.toString())
                        .param("kind", "MEDAL")
                        .param("titleArabic", "وسام الاستحقاق")
                        .param("givenBy", "الوزارة")
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("f-year-error"), containsString("value=\"وسام الاستحقاق\""))));
        web.perform(post("/app/distinctions")
                        .param("person", weaver.toString())
                        .param("kind", "MEDAL")
                        .param("titleArabic", "وسام الاستحقاق")
                        .param("givenBy", "الوزارة")
                        .param("year", "2020")
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(content().string(containsString("f-source-error")));
        assertThat(recorded()).isZero();
    }

    @Test
    void aDayToComeAndAYearThatDiffersAreRefusedBesideTheirField() throws Exception {
        web.perform(form().param("givenOn", "2190-01-01").with(csrf()).with(authentication(REGISTRAR)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("f-givenOn-error")));
        web.perform(form().param("givenOn", "2020-01-01")
                        .param("year", "2019")
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(content().string(containsString("f-year-error")));
    }

    @Test
    void aDistinctionIsWithdrawnWithAReasonAndNeverDeleted() throws Exception {
        var page = record(form().param("year", "2018"));

        web.perform(post(page + "/withdrawal").param("reason", " ").with(csrf()).with(authentication(REGISTRAR)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("f-reason-error")));
        web.perform(post(page + "/withdrawal")
                        .param("reason", "سجلت باسم أخرى")
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(redirectedUrl(page));

        web.perform(get(page).with(authentication(READER)))
                .andExpect(content().string(containsString("سجلت باسم أخرى")));
        web.perform(get("/app/people/" + weaver).with(authentication(REGISTRAR)))
                .andExpect(content().string(not(containsString("صنعة بلادي"))));
        assertThat(recorded()).isEqualTo(1);
        assertThat(database.sql("""
                        select has_table_privilege('qutb_application', 'registry.distinction', 'delete')
                            or has_table_privilege('qutb_application', 'registry.distinction_withdrawal', 'update, delete')
                        """).query(Boolean.class).single()).isFalse();
    }

    @Test
    void aDistinctionOfAnotherScopeLooksTheSameAsNone() throws Exception {
        var page = record(form().param("year", "2018"));
        for (var address : List.of(page, "/app/distinctions/" + UUID.randomUUID())) {
            web.perform(get(address).with(authentication(REGISTRAR_OF_TATA))).andExpect(status().isNotFound());
        }
        web.perform(form().param("year", "2018").with(csrf()).with(authentication(REGISTRAR_OF_TATA)))
                .andExpect(status().isNotFound());
        web.perform(form().param("year", "2018").with(csrf()).with(authentication(READER)))
                .andExpect(status().isForbidden());
    }

    @Test
    void everyPageHasItsTextsInThreeLanguages() throws Exception {
        var page = record(form().param("year", "2018"));
        for (var language : List.of("ar", "fr", "en")) {
            for (var address : List.of(
                    "/app/distinctions", page, "/app/distinctions/new", "/app/distinctions/new?person=" + weaver)) {
                web.perform(get(address).cookie(new Cookie("lang", language)).with(authentication(REGISTRAR)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("⟦"))));
            }
        }
    }

    private MockHttpServletRequestBuilder form() {
        return post("/app/distinctions")
                .param("token", UUID.randomUUID().toString())
                .param("person", weaver.toString())
                .param("kind", "AWARD")
                .param("titleArabic", "صنعة بلادي")
                .param("titleFrench", "Sanaat Bladi")
                .param("craft", "TGH")
                .param("givenBy", "الوزارة")
                .param("source", "محضر اللجنة 7");
    }

    private String record(MockHttpServletRequestBuilder form) throws Exception {
        var address = web.perform(form.with(csrf()).with(authentication(REGISTRAR)))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return String.valueOf(address);
    }

    private int recorded() {
        return database.sql("select count(*) from registry.distinction where person_id = :id")
                .param("id", weaver)
                .query(Integer.class)
                .single();
    }

    /** A name nobody else has. */
    private static String letters(UUID id) {
        return id.toString()
                .replaceAll("[^0-9]", "")
                .chars()
                .limit(8)
                .mapToObj(it -> String.valueOf("بتجدرسكل مو".replace(" ", "").charAt(it - '0')))
                .collect(java.util.stream.Collectors.joining());
    }
}
