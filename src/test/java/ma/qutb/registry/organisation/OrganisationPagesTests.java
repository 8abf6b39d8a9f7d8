package ma.qutb.registry.organisation;

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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.person.RegisteringPeople;
import ma.qutb.registry.person.Somebody;
import ma.qutb.registry.person.Story;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@RegistryModuleTest
class OrganisationPagesTests {

    private static final Authentication REGISTRAR = TestActor.with(
            Code.SEE_ORGANISATIONS,
            Code.EDIT_ORGANISATIONS,
            Code.FORM_COOPERATIVES,
            Code.SEE_PEOPLE,
            Code.EDIT_PEOPLE,
            Code.SEE_CHANGES);
    private static final Authentication READER_OF_TATA = TestActor.within(
            new Scope.Within(Set.of("P-TAT")), Code.SEE_ORGANISATIONS, Code.EDIT_ORGANISATIONS, Code.FORM_COOPERATIVES);

    @Autowired
    MockMvc web;

    @Autowired
    RegisteringOrganisations registering;

    @Autowired
    RegisteringPeople people;

    @Autowired
    OrganisationRecords records;

    @Autowired
    JdbcClient database;

    private OrganisationId cooperative;
    private String path;

    @BeforeEach
    void aCooperativeInFormation() {
        cooperative = registering.register(
                new OrganisationDetails(
                        new OrganisationName("تعاونية المنسج", "Coopérative Al Mensej", ""),
                        LegalForm.COOPERATIVE,
                        false,
                        false,
                        Status.IN_FORMATION,
                        Numbers.NONE,
                        new Seat(new TerritoryCode("C-GUE"), "حي النهضة", Somebody.phone(), null, null),
                        null,
                        null,
                        null,
                        Set.of(new CraftCode("WEV")),
                        Story.NONE),
                (Actor) REGISTRAR.getPrincipal());
        path = "/app/organisations/" + cooperative;
    }

    @Test
    void everyPageHasItsTextsInThreeLanguages() throws Exception {
        var pages = List.of(
                "/app/organisations",
                "/app/organisations/new",
                "/app/organisations/formation",
                path,
                path + "/members",
                path + "/formation",
                path + "/documents",
                path + "/changes",
                path + "/correction");
        for (var language : List.of("ar", "fr", "en")) {
            for (var page : pages) {
                web.perform(get(page).cookie(new Cookie("lang", language)).with(authentication(REGISTRAR)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("⟦"))));
            }
        }
    }

    @Test
    void anOrganisationOfAnotherScopeLooksTheSameAsNone() throws Exception {
        for (var address :
                List.of(path, path + "/members", path + "/formation", "/app/organisations/" + UUID.randomUUID())) {
            web.perform(get(address).with(authentication(READER_OF_TATA))).andExpect(status().isNotFound());
        }
        web.perform(post(path + "/formation")
                        .param("step", "NAME_APPROVED")
                        .with(csrf())
                        .with(authentication(READER_OF_TATA)))
                .andExpect(status().isNotFound());
        web.perform(get("/app/organisations/formation").with(authentication(READER_OF_TATA)))
                .andExpect(content().string(not(containsString(path))));
    }

    @Test
    void aWrongControlOfAnIceWarnsAndDoesNotBlock() throws Exception {
        var ice = "9%014d".formatted(ThreadLocalRandom.current().nextLong(10_000_000_000_000L));
        var wrong = new Ice(ice).fits() ? ice.substring(0, 14) + (9 - ice.charAt(14) + '0') : ice;
        var made = web.perform(filled(post("/app/organisations"), "مقاولة النخيل")
                        .param("ice", wrong)
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(redirectedUrlPattern("/app/organisations/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        web.perform(get(made).with(authentication(REGISTRAR)))
                .andExpect(content().string(containsString("رقما المراقبة")));
        web.perform(filled(post("/app/organisations"), "مقاولة أخرى")
                        .param("ice", wrong)
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("f-ice-error")));
    }

    @Test
    void whatIsWrongStandsBesideItsField() throws Exception {
        web.perform(filled(post("/app/organisations"), "تعاونية 🧶")
                        .param("shareCapital", "ألف ونصف")
                        .param("email", "nobody")
                        .param("website", "javascript:alert(1)")
                        .param("foundedOn", "2090-01-01")
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("f-nameArabic-error"),
                                containsString("f-shareCapital-error"),
                                containsString("f-email-error"),
                                containsString("f-website-error"),
                                containsString("value=\"تعاونية 🧶\""))));
    }

    @Test
    void aShareCapitalIsReadAsPeopleWriteIt() throws Exception {
        var made = web.perform(filled(post("/app/organisations"), "مقاولة الرأسمال")
                        .param("shareCapital", "15.000,50 درهم")
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(redirectedUrlPattern("/app/organisations/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var id = new OrganisationId(UUID.fromString(made.substring(made.lastIndexOf('/') + 1)));
        assertThat(records.findById(id).orElseThrow().details().shareCapital()).isEqualTo(1_500_050L);
    }

    @Test
    void theSecondRegistrarSeesBothVersions() throws Exception {
        long opened = records.findById(cooperative).orElseThrow().version();
        var first = filled(post(path + "/correction"), "تعاونية المنسج الجديدة")
                .param("version", String.valueOf(opened))
                .with(csrf())
                .with(authentication(REGISTRAR));
        web.perform(first).andExpect(redirectedUrl(path));
        web.perform(filled(post(path + "/correction"), "تعاونية الأنامل")
                        .param("version", String.valueOf(opened))
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("تعاونية المنسج الجديدة"),
                                containsString("value=\"تعاونية الأنامل\""))));
    }

    @Test
    void aCooperativeIsLedStepByStepToItsNumber() throws Exception {
        step("STATUTES_SIGNED", "", LocalDate.now()).andExpect(status().isUnprocessableContent());
        for (var step : FormationStep.values()) {
            step(step.name(), "A-" + step.ordinal(), LocalDate.now().minusDays(9 - step.ordinal()))
                    .andExpect(redirectedUrl(path + "/formation"));
        }
        var formed = records.findById(cooperative).orElseThrow();
        assertThat(formed.status()).isEqualTo(Status.ACTIVE);
        assertThat(formed.details().numbers().tradeRegister()).isEqualTo("A-4");

        web.perform(post(path + "/formation/REGISTERED/withdrawal").with(csrf()).with(authentication(REGISTRAR)))
                .andExpect(redirectedUrl(path + "/formation"));
        assertThat(records.findById(cooperative).orElseThrow().status()).isEqualTo(Status.IN_FORMATION);
        web.perform(get("/app/organisations/formation").with(authentication(REGISTRAR)))
                .andExpect(content().string(containsString(path)));
    }

    private org.springframework.test.web.servlet.ResultActions step(String step, String reference, LocalDate on)
            throws Exception {
        return web.perform(post(path + "/formation")
                .param("step", step)
                .param("reference", reference)
                .param("doneOn", on.toString())
                .with(csrf())
                .with(authentication(REGISTRAR)));
    }

    @Test
    void aMemberJoinsOnceAndLeaves() throws Exception {
        var member = people.register(Somebody.from("C-GUE"), Optional.empty(), (Actor) REGISTRAR.getPrincipal());
        var number = database.sql("select number from registry.person where id = :id")
                .param("id", member.value())
                .query(String.class)
                .single();
        join("person:" + member, "").andExpect(redirectedUrl(path + "/members"));
        join("", number)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("f-member-error")));
        join("person:" + UUID.randomUUID(), "").andExpect(status().isUnprocessableContent());
        join("", "").andExpect(status().isUnprocessableContent());

        var membership = database.sql("select id from registry.membership where person_id = :id")
                .param("id", member.value())
                .query(String.class)
                .single();
        web.perform(post(path + "/members/" + membership + "/end").with(csrf()).with(authentication(REGISTRAR)))
                .andExpect(redirectedUrl(path + "/members"));
        assertThat(database.sql("select left_on is not null from registry.membership where id = :id")
                        .param("id", UUID.fromString(membership))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aMemberIsFoundWhileOneTypesTheirNameOrNumber() throws Exception {
        var member = people.register(Somebody.from("C-GUE"), Optional.empty(), (Actor) REGISTRAR.getPrincipal());
        var number = database.sql("select lpad(number::text, 6, '0') from registry.person where id = :id")
                .param("id", member.value())
                .query(String.class)
                .single();
        var asked = "/app/parties?field=member&of=PERSON,ORGANISATION&memberTyped=" + number;
        web.perform(get(asked).with(authentication(REGISTRAR)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("type=\"radio\" name=\"member\" value=\"person:" + member),
                                not(containsString("<html")),
                                not(containsString("⟦")))));
        web.perform(get(asked)
                        .with(authentication(TestActor.within(
                                new Scope.Within(Set.of("P-TAT")), Code.SEE_PEOPLE, Code.SEE_ORGANISATIONS))))
                .andExpect(content().string(not(containsString(member.toString()))));
    }

    @Test
    void aNameWithoutAChoiceComesBackWithThoseItMayMean() throws Exception {
        people.register(Somebody.from("C-GUE"), Optional.empty(), (Actor) REGISTRAR.getPrincipal());
        join("", "فاطمة أوعلا")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("اختر من اللائحة"),
                                containsString("value=\"person:"),
                                containsString("value=\"فاطمة أوعلا\""))));
    }

    @Test
    void aUnionHasCooperativesAsMembersButNotTheOtherWayRound() throws Exception {
        var union = registered("اتحاد التعاونيات", LegalForm.UNION);
        var members = "/app/organisations/" + union + "/members";
        web.perform(post(members)
                        .param("member", "organisation:" + cooperative)
                        .param("role", "PRESIDENT")
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("f-role-error")));
        web.perform(post(members)
                        .param("member", "organisation:" + cooperative)
                        .param("role", "MEMBER")
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(redirectedUrl(members));

        web.perform(get(members).with(authentication(REGISTRAR)))
                .andExpect(content().string(containsString("href=\"" + path + "\"")));
        web.perform(get(path).with(authentication(REGISTRAR)))
                .andExpect(content().string(containsString("/app/organisations/" + union)));
        join("organisation:" + union, "", "MEMBER")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("لا تصح العضوية في الاتجاهين")));
        join("organisation:" + cooperative, "", "MEMBER")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("عضوا في نفسها")));
    }

    @Test
    void aSeatOutsideTheOfferedPlacesIsNotLostWhenTheFormIsOpened() throws Exception {
        database.sql("update registry.organisation set territory_code = 'MA' where id = :id")
                .param("id", cooperative.value())
                .update();
        web.perform(get(path + "/correction").with(authentication(REGISTRAR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<option value=\"MA\" selected>")));
    }

    @Test
    void itsDistinctionsStandOnItsPage() throws Exception {
        database.sql("""
                        insert into registry.distinction (id, kind, organisation_id, title_ar, title_fr, prize_ar, rank, year, version)
                        values (:id, 'AWARD', :organisation, 'جائزة المنسج', 'Prix du métier', 'الجائزة الأولى', 1, 2024, 1)
                        """)
                .param("id", UUID.randomUUID())
                .param("organisation", cooperative.value())
                .update();
        web.perform(get(path).cookie(new Cookie("lang", "fr")).with(authentication(REGISTRAR)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Prix du métier"), containsString("2024"), not(containsString("⟦")))));
    }

    private OrganisationId registered(String name, LegalForm form) {
        return registering.register(
                new OrganisationDetails(
                        new OrganisationName(name, "", ""),
                        form,
                        false,
                        false,
                        Status.ACTIVE,
                        Numbers.NONE,
                        new Seat(new TerritoryCode("C-GUE"), "", null, null, null),
                        null,
                        null,
                        null,
                        Set.of(),
                        Story.NONE),
                (Actor) REGISTRAR.getPrincipal());
    }

    private org.springframework.test.web.servlet.ResultActions join(String member, String typed) throws Exception {
        return join(member, typed, "PRESIDENT");
    }

    private org.springframework.test.web.servlet.ResultActions join(String member, String typed, String role)
            throws Exception {
        return web.perform(post(path + "/members")
                .param("member", member)
                .param("memberTyped", typed)
                .param("role", role)
                .with(csrf())
                .with(authentication(REGISTRAR)));
    }

    private static MockHttpServletRequestBuilder filled(MockHttpServletRequestBuilder form, String name) {
        return form.param("nameArabic", name)
                .param("legalForm", "COOPERATIVE")
                .param("status", "ACTIVE")
                .param("territory", "C-GUE");
    }
}
