package ma.qutb.registry.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.ConsentPurpose;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.consent.ConsentLedger;
import ma.qutb.registry.consent.Manner;
import ma.qutb.registry.directory.Weaver;
import ma.qutb.registry.person.RegisteringPeople;
import ma.qutb.registry.person.Somebody;
import ma.qutb.registry.person.TakingCorrections;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@RegistryModuleTest
class MyPagesTests {

    @Autowired
    RegisteringPeople registering;

    @Autowired
    ProposingCorrections corrections;

    @Autowired
    TakingCorrections record;

    @Autowired
    ConsentLedger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc web;

    @Test
    void iSeeMyRecordAndNobodyElses() throws Exception {
        var me = Weaver.registered(registering);
        var other = Weaver.registered(registering);
        for (var address : List.of(
                "/me",
                "/me/record",
                "/me/documents",
                "/me/consent",
                "/me/consent/directory-photo",
                "/me/corrections",
                "/me/corrections/phone",
                "/me/corrections/address",
                "/me/corrections/craft",
                "/me/corrections/photo",
                "/me/corrections/name",
                "/me/help")) {
            assertThat(read(get(address), own(me)))
                    .as(address)
                    .doesNotContain("⟦")
                    .doesNotContain(other.family(), other.id().toString());
        }
        assertThat(read(get("/me/record"), own(me)))
                .contains(me.family(), me.details().contact().phone().spaced());
    }

    @Test
    void anotherPersonsPapersAreNotThere() throws Exception {
        var me = Weaver.registered(registering);
        web.perform(get("/me/documents/{id}/card.pdf", UUID.randomUUID()).with(authentication(own(me))))
                .andExpect(status().isNotFound());
    }

    @Test
    void staffAreToldThatThisPageIsForArtisans() throws Exception {
        assertThat(read(get("/me"), TestActor.with(Code.SEE_PEOPLE))).contains("href=\"/app\"");
    }

    @Test
    void anAcceptedCorrectionChangesTheRecordAndSaysWho() throws Exception {
        var me = Weaver.registered(registering);
        var known = me.details().contact().phone().value();
        var phone = Somebody.phone();
        send(post("/me/corrections/phone").param("phone", phone.spaced()), own(me));
        assertThat(record.now(me.id())).containsEntry("phone", known);

        var proposal = corrections.of(me.id()).getFirst();
        assertThat(read(get("/app/corrections/{id}", proposal.id()), registrar()))
                .contains(known, phone.value());
        send(post("/app/corrections/{id}/acceptance", proposal.id()), registrar());

        assertThat(record.now(me.id())).containsEntry("phone", phone.value());
        assertThat(corrections.of(me.id()).getFirst())
                .satisfies(it -> assertThat(it.state()).isEqualTo(Correction.State.ACCEPTED))
                .satisfies(it -> assertThat(it.decidedBy()).isEqualTo("نزهة"));
        assertThat(database.sql("""
                        select after ->> 'phone' from identity.audit_entry
                        where subject = 'registry.person' and subject_id = :id order by id desc limit 1
                        """)
                        .param("id", me.id().toString())
                        .query(String.class)
                        .single())
                .isEqualTo(phone.value());
    }

    @Test
    void aRefusedCorrectionChangesNothingAndTheArtisanReadsWhy() throws Exception {
        var me = Weaver.registered(registering);
        send(
                post("/me/corrections/name")
                        .param("given-ar", "مريم")
                        .param("family-ar", me.family())
                        .param("given-latin", "Zineb")
                        .param("family-latin", me.familyLatin()),
                own(me));
        var proposal = corrections.of(me.id()).getFirst();

        web.perform(post("/app/corrections/{id}/refusal", proposal.id())
                        .with(csrf())
                        .with(authentication(registrar())))
                .andExpect(status().is(422));
        send(
                post("/app/corrections/{id}/refusal", proposal.id()).param("reason", "الاسم في البطاقة زينب"),
                registrar());

        assertThat(record.now(me.id())).containsEntry("given-ar", "زينب");
        assertThat(read(get("/me/corrections"), own(me))).contains("الاسم في البطاقة زينب");
    }

    @Test
    void whatCannotBeIsRefusedAndWhatWasTypedStays() throws Exception {
        var me = Weaver.registered(registering);
        assertThat(web.perform(post("/me/corrections/phone")
                                .param("phone", "06 12")
                                .with(csrf())
                                .with(authentication(own(me))))
                        .andExpect(status().is(422))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("value=\"06 12\"");
        assertThat(corrections.of(me.id())).isEmpty();
    }

    @Test
    void aSecondProposalReplacesTheFirst() {
        var me = Weaver.registered(registering);
        var actor = (Actor) own(me).getPrincipal();
        corrections.propose(me.id(), Correction.Field.CRAFT, Map.of("crafts", "WEV CRP"), actor);
        var second = corrections.propose(me.id(), Correction.Field.CRAFT, Map.of("crafts", "CRP"), actor);
        assertThat(corrections.of(me.id()))
                .extracting(Correction::state)
                .containsExactlyInAnyOrder(Correction.State.WAITING, Correction.State.REPLACED);

        corrections.accept(second.id(), (Actor) registrar().getPrincipal());
        assertThat(record.now(me.id())).containsEntry("crafts", "CRP");
    }

    @Test
    void aCorrectionOfAnotherScopeIsNotThere() throws Exception {
        var me = Weaver.registered(registering);
        var proposal = corrections.propose(
                me.id(), Correction.Field.ADDRESS, Map.of("landmark", "قرب السوق"), (Actor) own(me).getPrincipal());
        web.perform(get("/app/corrections/{id}", proposal.id())
                        .with(authentication(
                                TestActor.within(new Scope.Within(Set.of("P-TAT")), Code.REVIEW_CORRECTIONS))))
                .andExpect(status().isNotFound());
    }

    @Test
    void iSayYesOnMyOwnPage() throws Exception {
        var me = Weaver.registered(registering);
        web.perform(post("/me/consent/directory-name")
                        .param("answer", "yes")
                        .with(csrf())
                        .with(authentication(own(me))))
                .andExpect(redirectedUrl("/me/consent/directory-photo"));
        assertThat(ledger.now(me.id()).get(ConsentPurpose.DIRECTORY_NAME))
                .satisfies(it -> assertThat(it.given()).isTrue())
                .satisfies(it -> assertThat(it.manner()).isEqualTo(Manner.ONLINE));
    }

    @Test
    void theQueueOfCorrectionsIsThere() throws Exception {
        assertThat(read(get("/app/corrections"), registrar())).doesNotContain("⟦");
    }

    private void send(MockHttpServletRequestBuilder form, Authentication user) throws Exception {
        web.perform(form.with(csrf()).with(authentication(user))).andExpect(status().is3xxRedirection());
    }

    private String read(MockHttpServletRequestBuilder request, Authentication user) throws Exception {
        return web.perform(request.with(authentication(user)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private Authentication own(Weaver weaver) {
        // The bell rings at an account that exists.
        database.sql("""
                        insert into identity.account (id, user_name, display_name, language, state, person, version)
                        values (:id, :name, 'زينب', 'ar', 'ACTIVE', :id, 1) on conflict do nothing
                        """)
                .param("id", weaver.id().value())
                .param("name", "a" + weaver.familyLatin())
                .update();
        return new TestActor(
                        weaver.id().value(),
                        "زينب",
                        Set.of(Role.ARTISAN),
                        Set.of(),
                        Scope.NOWHERE,
                        Optional.of(weaver.id().value()))
                .authentication();
    }

    private static Authentication registrar() {
        return TestActor.with(Code.REVIEW_CORRECTIONS, Code.EDIT_PEOPLE, Code.SEE_PEOPLE);
    }
}
