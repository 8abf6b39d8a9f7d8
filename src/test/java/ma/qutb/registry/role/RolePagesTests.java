package ma.qutb.registry.role;

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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.person.RegisteringPeople;
import ma.qutb.registry.person.Somebody;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@RegistryModuleTest
class RolePagesTests {

    private static final Authentication REGISTRAR =
            TestActor.with(Code.SEE_PEOPLE, Code.EDIT_PEOPLE, Code.SEE_ORGANISATIONS, Code.SEE_CHANGES);
    private static final Authentication READER = TestActor.with(Code.SEE_PEOPLE);
    private static final Authentication REGISTRAR_OF_TATA =
            TestActor.within(new Scope.Within(Set.of("P-TAT")), Code.SEE_PEOPLE, Code.EDIT_PEOPLE);

    @Autowired
    MockMvc web;

    @Autowired
    RegisteringPeople registering;

    @Autowired
    RoleData data;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private PersonId person;
    private PersonId tutor;
    private UUID workshop;
    private String record;

    @BeforeEach
    void somebodyWithATutorAndAWorkshop() {
        var registrar = (Actor) REGISTRAR.getPrincipal();
        person = registering.register(Somebody.from("C-GUE"), Optional.empty(), registrar);
        tutor = registering.register(Somebody.from("C-GUE"), Optional.empty(), registrar);
        workshop = UUID.randomUUID();
        database.sql("""
                        insert into registry.organisation (id, name_ar, name_latin, legal_form, status, territory_code, registered_at, version)
                        values (:id, 'ورشة النسيج', 'Atelier de tissage', 'ENTERPRISE', 'ACTIVE', 'C-GUE', now(), 1)
                        """).param("id", workshop).update();
        record = "/app/people/" + person;
    }

    @Test
    void anApprenticeLearnsACraftAtAPlaceUnderATutor() throws Exception {
        send(apprentice()).andExpect(redirectedUrl(record));
        for (var language : List.of("ar", "fr", "en")) {
            web.perform(get(record).cookie(new Cookie("lang", language)).with(authentication(REGISTRAR)))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("/app/organisations/" + workshop),
                                    containsString("/app/people/" + tutor),
                                    not(containsString("⟦")))));
        }
        web.perform(get(record + "/organisations").with(authentication(REGISTRAR)))
                .andExpect(content().string(containsString("ورشة النسيج")));
    }

    @Test
    void aTrainerTeachesSeveralCraftsAndEachEndsByItself() throws Exception {
        send(post(record + "/roles/trainer")
                        .param("crafts", "WEV", "POT", "", "")
                        .param("organisation", "organisation:" + workshop)
                        .param("since", "2019-09-01"))
                .andExpect(redirectedUrl(record));
        assertThat(roles("TRAINER")).hasSize(2);

        send(post(record + "/roles/" + roles("TRAINER").getFirst() + "/end").param("on", "2022-06-30"))
                .andExpect(redirectedUrl(record));

        assertThat(database.sql("select count(*) from registry.person_role where person_id = :id and ended_on is null")
                        .param("id", person.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        web.perform(get(record).with(authentication(REGISTRAR)))
                .andExpect(content().string(allOf(containsString("انتهت"), containsString("30 يونيو 2022"))));
    }

    @Test
    void aManagerHeadsAnOrganisation() throws Exception {
        send(post(record + "/roles/manager").param("since", "2020-01-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("f-organisation-error")));
        send(post(record + "/roles/manager")
                        .param("organisation", "organisation:" + workshop)
                        .param("post", "مديرة")
                        .param("since", "2020-01-01"))
                .andExpect(redirectedUrl(record));
        web.perform(get(record).with(authentication(READER)))
                .andExpect(content().string(allOf(containsString("مديرة"), not(containsString(record + "/roles/")))));
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndNothingTypedIsLost() throws Exception {
        send(post(record + "/roles/apprentice")
                        .param("tutor", "person:" + person)
                        .param("organisationTyped", "لا أحد بهذا الاسم إطلاقا 12")
                        .param("since", "2024-09-01")
                        .param("until", "2023-01-01")
                        .param("note", "عقد مكتوب"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("f-organisation-error"),
                                containsString("value=\"لا أحد بهذا الاسم إطلاقا 12\""),
                                containsString("value=\"عقد مكتوب\""),
                                containsString("value=\"person:" + person + "\" checked"),
                                not(containsString("⟦")))));
        send(apprentice().param("until", "2023-01-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("f-until-error")));
        send(post(record + "/roles/apprentice").param("since", "2024-09-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("f-crafts-error")));
        send(post(record + "/roles/apprentice").param("crafts", "WEV").param("since", "1970-01-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("f-since-error")));
        send(post(record + "/roles/apprentice")
                        .param("crafts", "WEV")
                        .param("tutor", "person:" + person)
                        .param("since", "2024-09-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("f-tutor-error")));
        assertThat(roles("APPRENTICE")).isEmpty();
    }

    @Test
    void theSameTimeIsNotWrittenTwiceNorADoubleClick() throws Exception {
        var token = UUID.randomUUID().toString();
        send(apprentice().param("token", token)).andExpect(redirectedUrl(record));
        send(apprentice().param("token", token)).andExpect(redirectedUrl(record));
        send(apprentice())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("f-since-error")));
        assertThat(roles("APPRENTICE")).hasSize(1);
    }

    @Test
    void theSecondRegistrarSeesWhatStandsAndLosesNothing() throws Exception {
        send(apprentice());
        var role = record + "/roles/" + roles("APPRENTICE").getFirst();
        web.perform(get(role).with(authentication(REGISTRAR)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"organisation:" + workshop + "\" checked"),
                                containsString("value=\"2023-09-01\""))));
        send(correction(role, 1, "الأولى")).andExpect(redirectedUrl(record));
        send(correction(role, 1, "الثانية"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("الأولى"), containsString("value=\"الثانية\""))));
        send(correction(role, 2, "الثانية")).andExpect(redirectedUrl(record));
    }

    @Test
    void thePeopleListFiltersByWhatTheyAreNow() throws Exception {
        send(apprentice());
        var list = "/app/people?sort=-registered_at&is=";
        web.perform(get(list + "apprentice").with(authentication(READER)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString(record), not(containsString("⟦")))));
        for (var other : List.of("artisan", "trainer", "manager")) {
            web.perform(get(list + other).with(authentication(READER)))
                    .andExpect(content().string(not(containsString(record))));
        }
        send(post(record + "/roles/" + roles("APPRENTICE").getFirst() + "/end").param("on", "2024-06-30"));
        web.perform(get(list + "apprentice").with(authentication(READER)))
                .andExpect(content().string(not(containsString(record))));
    }

    @Test
    void somebodyOfAnotherScopeIsNotThere() throws Exception {
        send(apprentice());
        var role = roles("APPRENTICE").getFirst();
        for (var address : List.of("/roles/trainer", "/roles/" + role)) {
            web.perform(get(record + address).with(authentication(REGISTRAR_OF_TATA)))
                    .andExpect(status().isNotFound());
        }
        web.perform(post(record + "/roles/" + role + "/end").with(csrf()).with(authentication(REGISTRAR_OF_TATA)))
                .andExpect(status().isNotFound());
        web.perform(post("/app/people/" + tutor + "/roles/" + role + "/end")
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(status().isNotFound());
    }

    @Test
    void everyFormHasItsTextsInThreeLanguages() throws Exception {
        for (var language : List.of("ar", "fr", "en")) {
            for (var kind : List.of("apprentice", "trainer", "manager")) {
                web.perform(get(record + "/roles/" + kind)
                                .cookie(new Cookie("lang", language))
                                .with(authentication(REGISTRAR)))
                        .andExpect(status().isOk())
                        .andExpect(
                                content().string(allOf(containsString("notice-person-1"), not(containsString("⟦")))));
            }
        }
    }

    @Test
    void whoeverAsksForTheirDataReadsItAndWhoeverIsForgottenLeavesOnlyTheTime() throws Exception {
        send(apprentice());
        assertThat(data.about(person).getFirst()).containsEntry("organisation", "ورشة النسيج");

        transaction.executeWithoutResult(it -> data.forget(person));

        assertThat(data.about(person).getFirst())
                .containsKeys("role", "craft", "started_on")
                .doesNotContainKeys("organisation", "tutor", "note");
    }

    private MockHttpServletRequestBuilder apprentice() {
        return post(record + "/roles/apprentice")
                .param("crafts", "WEV")
                .param("organisation", "organisation:" + workshop)
                .param("tutor", "person:" + tutor)
                .param("since", "2023-09-01");
    }

    private MockHttpServletRequestBuilder correction(String role, long version, String note) {
        return post(role)
                .param("version", String.valueOf(version))
                .param("crafts", "WEV")
                .param("organisation", "organisation:" + workshop)
                .param("since", "2023-09-01")
                .param("note", note);
    }

    private ResultActions send(MockHttpServletRequestBuilder form) throws Exception {
        return web.perform(form.with(csrf()).with(authentication(REGISTRAR)));
    }

    private List<UUID> roles(String role) {
        return database.sql("select id from registry.person_role where person_id = :id and role = :role order by id")
                .param("id", person.value())
                .param("role", role)
                .query(UUID.class)
                .list();
    }
}
