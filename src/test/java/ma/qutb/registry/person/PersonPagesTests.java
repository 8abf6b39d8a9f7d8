package ma.qutb.registry.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@RegistryModuleTest
class PersonPagesTests {

    private static final Authentication REGISTRAR =
            TestActor.with(Code.SEE_PEOPLE, Code.EDIT_PEOPLE, Code.SEE_CIN, Code.SEE_CHANGES, Code.ISSUE_CARD);
    private static final Authentication READER = TestActor.with(Code.SEE_PEOPLE);
    private static final Authentication READER_OF_TATA =
            TestActor.within(new Scope.Within(Set.of("P-TAT")), Code.SEE_PEOPLE, Code.EDIT_PEOPLE, Code.SEE_CIN);

    @Autowired
    MockMvc web;

    @Autowired
    RegisteringPeople registering;

    @Autowired
    IdentityVault vault;

    @Autowired
    PersonRecords records;

    @Autowired
    JdbcClient database;

    private String number;
    private PersonId weaver;
    private String path;

    @BeforeEach
    void aWeaverOfGuelmim() {
        number = Somebody.cin();
        weaver = registering.register(
                Somebody.with(vault.seal(new IdentityNumber(IdentityKind.CIN, number))),
                Optional.of(Somebody.weaver()),
                (Actor) REGISTRAR.getPrincipal());
        path = "/app/people/" + weaver;
    }

    @Test
    void theRecordIsReadInArabic() throws Exception {
        web.perform(get(path).with(authentication(REGISTRAR)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("فاطمة أوعلا"),
                                containsString("النسيج التقليدي"),
                                containsString("صانعة تقليدية"),
                                containsString("href=\"tel:+212"),
                                containsString(number.substring(0, 2) + "•••••"),
                                not(containsString(number)),
                                not(containsString("⟦")))));
    }

    @Test
    void theRecordIsReadInFrench() throws Exception {
        web.perform(get(path).cookie(new Cookie("lang", "fr")).with(authentication(REGISTRAR)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Fatima Oualla"),
                                containsString("Tissage traditionnel"),
                                containsString("dir=\"ltr\""),
                                not(containsString("⟦")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/organisations", "/documents", "/changes", "/correction", "/craft"})
    void everyPageOfARecordHasItsTextsInThreeLanguages(String page) throws Exception {
        for (var language : java.util.List.of("ar", "fr", "en")) {
            web.perform(get(path + page).cookie(new Cookie("lang", language)).with(authentication(REGISTRAR)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("⟦"))));
        }
    }

    @Test
    void theListFiltersByCraftAndPlaceAndLeadsToTheRecord() throws Exception {
        web.perform(get("/app/people?craft=WEV&territory=P-GUE&sort=-registered_at")
                        .with(authentication(READER)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString(path), not(containsString("⟦")))));
        web.perform(get("/app/people?craft=POT&sort=-registered_at").with(authentication(READER)))
                .andExpect(content().string(not(containsString(path))));
        web.perform(get("/app/people?territory=P-TAT&sort=-registered_at").with(authentication(READER)))
                .andExpect(content().string(not(containsString(path))));
    }

    @Test
    void aRecordOfAnotherScopeLooksTheSameAsNone() throws Exception {
        for (var address : java.util.List.of(path, path + "/correction", "/app/people/" + UUID.randomUUID())) {
            web.perform(get(address).with(authentication(READER_OF_TATA))).andExpect(status().isNotFound());
        }
        web.perform(post(path + "/identity").with(csrf()).with(authentication(READER_OF_TATA)))
                .andExpect(status().isNotFound());
        web.perform(get("/app/people?sort=-registered_at").with(authentication(READER_OF_TATA)))
                .andExpect(content().string(not(containsString(path))));
    }

    @Test
    void theIdentityNumberIsShownToWhoNeedsItAndTheShowingIsWrittenDown() throws Exception {
        web.perform(post(path + "/identity")
                        .header("HX-Request", "true")
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().string(containsString(number)));
        web.perform(post(path + "/identity").with(csrf()).with(authentication(READER)))
                .andExpect(status().isForbidden());
        assertThat(database.sql("""
                        select count(*) from identity.audit_entry where action = 'see-cin' and subject_id = :id
                        """)
                        .param("id", weaver.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aFormRegistersAPersonAndADoubleClickRegistersNobodyElse() throws Exception {
        var form = filled(post("/app/people"), "مريم", "بوديس", Somebody.phone().value())
                .param("token", UUID.randomUUID().toString());
        var first = web.perform(form.with(csrf()).with(authentication(REGISTRAR)))
                .andExpect(redirectedUrlPattern("/app/people/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        web.perform(form).andExpect(redirectedUrl(first));
    }

    @Test
    void everyFormAboutAPersonSaysFirstWhatTheDataIsFor() throws Exception {
        for (var form : java.util.List.of("/app/people/new", path + "/correction", path + "/craft")) {
            web.perform(get(form).with(authentication(REGISTRAR)))
                    .andExpect(content().string(containsString("id=\"notice-person-1\"")));
        }
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndNothingTypedIsLost() throws Exception {
        web.perform(filled(post("/app/people"), "مريم 😀", "بوديس", "12")
                        .param("birthDate", "2090-01-01")
                        .param("landmark", "س".repeat(10_000))
                        .param("note", "تذكير <script>")
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("f-givenArabic-error"),
                                containsString("f-phone-error"),
                                containsString("f-landmark-error"),
                                containsString("value=\"مريم 😀\""),
                                containsString("تذكير &lt;script&gt;"),
                                containsString("س".repeat(10_000)))));
    }

    @Test
    void aDateInTheFutureIsRefusedBesideItsField() throws Exception {
        web.perform(filled(
                                post("/app/people"),
                                "مريم",
                                "بوديس",
                                Somebody.phone().value())
                        .param("birthDate", "2090-01-01")
                        .param("confirmed", "true")
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("f-birthDate-error")));
    }

    @Test
    void aTelephoneOfSomebodyElseIsRefusedBesideItsField() throws Exception {
        var taken = records.findById(weaver).orElseThrow().contact().phone().value();
        web.perform(filled(post("/app/people"), "مريم", "بوديس", taken)
                        .param("confirmed", "true")
                        .cookie(new Cookie("lang", "fr"))
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("f-phone-error")))
                .andExpect(content().string(containsString("appartient déjà")));
    }

    @Test
    void theSecondRegistrarSeesBothVersionsSideBySideAndThenDecides() throws Exception {
        long opened = records.findById(weaver).orElseThrow().version();
        var phone = Somebody.phone().value();
        web.perform(filled(post(path + "/correction"), "فاطمة", "أوعلا", phone)
                        .param("version", String.valueOf(opened))
                        .param("landmark", "الباب الأزرق")
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(redirectedUrl(path));

        var second = filled(post(path + "/correction"), "فاطمة", "أوعلا", phone)
                .param("landmark", "قرب السوق")
                .with(csrf())
                .with(authentication(REGISTRAR));
        web.perform(second.param("version", String.valueOf(opened)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("الباب الأزرق"),
                                containsString("value=\"قرب السوق\""),
                                containsString("name=\"version\" value=\"" + (opened + 1) + "\""))));

        web.perform(filled(post(path + "/correction"), "فاطمة", "أوعلا", phone)
                        .param("landmark", "قرب السوق")
                        .param("version", String.valueOf(opened + 1))
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(redirectedUrl(path));
        assertThat(records.findById(weaver).orElseThrow().contact().landmark()).isEqualTo("قرب السوق");
        assertThat(records.findById(weaver).orElseThrow().identity().mask())
                .endsWith(number.substring(number.length() - 2));
    }

    @Test
    void aCraftIsCorrectedOnItsOwnPage() throws Exception {
        web.perform(post(path + "/craft")
                        .param("craftVersion", "1")
                        .param("crafts", "POT", "")
                        .param("craftSince", "2010", "")
                        .param("category", "ARTISAN")
                        .param("registerStatus", "REGISTERED")
                        .param("registerNumber", "")
                        .param("healthCover", "COVERED")
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("f-registerNumber-error")));
        web.perform(post(path + "/craft")
                        .param("craftVersion", "1")
                        .param("crafts", "POT", "")
                        .param("craftSince", "2010", "")
                        .param("category", "ARTISAN")
                        .param("registerStatus", "REGISTERED")
                        .param("registerNumber", "NIA " + UUID.randomUUID())
                        .param("healthCover", "COVERED")
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(redirectedUrl(path));
        web.perform(get(path).with(authentication(READER))).andExpect(content().string(containsString("الفخار")));
    }

    private static MockHttpServletRequestBuilder filled(
            MockHttpServletRequestBuilder form, String given, String family, String phone) {
        return form.param("givenArabic", given)
                .param("familyArabic", family)
                .param("sex", "FEMALE")
                .param("identityKind", "CIN")
                .param("phone", phone)
                .param("territory", "C-GUE");
    }
}
