package ma.qutb.registry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.ConsentPurpose;
import ma.qutb.registry.PersonalData;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.consent.ConsentLedger;
import ma.qutb.registry.consent.RecordingConsent;
import ma.qutb.registry.directory.Weaver;
import ma.qutb.registry.person.RegisteringPeople;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@RegistryModuleTest
class RequestTests {

    private static final Asker ASKER = Asker.typed("زينب", "0612345678", "");

    private final Authentication registrar =
            TestActor.with(Code.ANSWER_REQUESTS, Code.ANONYMISE_PEOPLE, Code.RUN_RETENTION, Code.SEE_PEOPLE);
    private final Actor actor = (Actor) registrar.getPrincipal();

    @Autowired
    RegisteringPeople registering;

    @Autowired
    RecordingConsent recording;

    @Autowired
    ConsentLedger ledger;

    @Autowired
    AnsweringRequests answering;

    @Autowired
    PrivacyRequests requests;

    @Autowired
    Terms terms;

    @Autowired
    Retention retention;

    @Autowired
    List<PersonalData> contributions;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    @Test
    void aRectificationIsAnsweredWithinTenDays() {
        var today = LocalDate.now(clock);
        var request = answering.receive(RequestKind.RECTIFICATION, Channel.COUNTER, ASKER, "", Language.AR);

        assertThat(request.dueOn()).isEqualTo(today.plusDays(10));
        assertThat(request.isOverdue(today.plusDays(10))).isFalse();
        assertThat(request.isOverdue(today.plusDays(11))).isTrue();
    }

    @Test
    void aNewDeadlineHoldsForLaterRequestsOnly() {
        var today = LocalDate.now(clock);
        var before = answering.receive(RequestKind.OBJECTION, Channel.COUNTER, ASKER, "", Language.AR);
        terms.change("answer-objection", 5, today, "نزهة");

        assertThat(requests.findById(before.id()).orElseThrow().dueOn()).isEqualTo(today.plusDays(10));
        assertThat(answering
                        .receive(RequestKind.OBJECTION, Channel.COUNTER, ASKER, "", Language.AR)
                        .dueOn())
                .isEqualTo(today.plusDays(5));
        assertThat(terms.due(RequestKind.OBJECTION, today.minusDays(1))).isEqualTo(today.plusDays(9));
        terms.change("answer-objection", 10, today, "نزهة");
    }

    @Test
    void nothingIsDoneBeforeItIsKnownWhoAsks() {
        var request = answering.receive(RequestKind.ACCESS, Channel.PHONE, ASKER, "", Language.AR);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> answering.answer(request.id(), "", actor))
                .withMessage("registry.privacy.refusal.identity-first");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> answering.refuse(request.id(), " ", actor))
                .withMessage("registry.privacy.refusal.no-reason");
    }

    @Test
    void theFileHoldsWhatEveryModuleKnows() throws Exception {
        var weaver = Weaver.registered(registering).agrees(recording, ConsentPurpose.MESSAGES);
        var request = answering.receiveFrom(weaver.id(), RequestKind.ACCESS, ASKER, "", Language.AR);

        var file = page(post("/app/privacy/requests/{id}/file", request.id())
                .param("format", "json")
                .with(csrf()));
        assertThat(contributions).isNotEmpty().allSatisfy(it -> assertThat(file).contains("\"" + it.name() + "\""));
        assertThat(file)
                .contains(weaver.family(), weaver.details().contact().phone().value())
                .contains("\"WEV\"", "\"messages\"", weaver.details().note());
        assertThat(database.sql("select taken_by from registry.data_export where person_id = :id")
                        .param("id", weaver.id().value())
                        .query(String.class)
                        .list())
                .containsExactly(actor.displayName());
        assertThat(page(post("/app/privacy/requests/{id}/file", request.id())
                        .param("format", "page")
                        .with(csrf())))
                .contains(weaver.family())
                .doesNotContain("⟦");
    }

    @Test
    void noFileLeavesForSomebodyWhoseIdentityWasNotChecked() throws Exception {
        var weaver = Weaver.registered(registering);
        var request = answering.receive(RequestKind.ACCESS, Channel.COUNTER, ASKER, "", Language.AR);
        answering.concerns(request.id(), weaver.id());

        web.perform(post("/app/privacy/requests/{id}/file", request.id())
                        .param("format", "json")
                        .with(csrf())
                        .with(authentication(registrar)))
                .andExpect(status().isNotFound());
    }

    @Test
    void anObjectionTakesEverythingBack() {
        var weaver = Weaver.registered(registering)
                .agrees(recording, ConsentPurpose.DIRECTORY_NAME, ConsentPurpose.MESSAGES);
        var request = answering.receiveFrom(weaver.id(), RequestKind.OBJECTION, ASKER, "", Language.AR);
        answering.withdrawAll(request.id(), actor);

        assertThat(ledger.agrees(weaver.id(), ConsentPurpose.MESSAGES)).isFalse();
        assertThat(ledger.agrees(weaver.id(), ConsentPurpose.DIRECTORY_NAME)).isFalse();
    }

    @Test
    void aRequestAboutSomebodyOutOfScopeIsNotThere() throws Exception {
        var weaver = Weaver.registered(registering);
        var request = answering.receiveFrom(weaver.id(), RequestKind.ACCESS, ASKER, "", Language.AR);
        web.perform(get("/app/privacy/requests/{id}", request.id())
                        .with(authentication(
                                TestActor.within(new Scope.Within(Set.of("P-TAT")), Code.ANSWER_REQUESTS))))
                .andExpect(status().isNotFound());
    }

    @Test
    void aVisitorAsksAndKeepsWhatTheyTypedWhenSomethingIsMissing() throws Exception {
        assertThat(web.perform(post("/fr/privacy/requests")
                                .param("kind", "ERASURE")
                                .param("name", "Zineb Inconnue")
                                .with(csrf()))
                        .andExpect(status().is(422))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("Zineb Inconnue")
                .contains("Indiquez un téléphone");

        assertThat(web.perform(post("/fr/privacy/requests")
                                .param("kind", "ERASURE")
                                .param("name", "Zineb Inconnue")
                                .param("phone", "06 12 34 56 78")
                                .with(csrf()))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .startsWith("/fr/privacy?received=");
    }

    @Test
    void aRehearsalNamesWhoIsDueAndARunOnlyProposes() throws Exception {
        var gone = Weaver.registered(registering);
        database.sql("""
                        insert into registry.consent_entry (person_id, purpose, given, happened_at, manner, recorded_by)
                        values (:id, 'processing', false, now() - interval '4 months', 'SIGNED', 'x')
                        """).param("id", gone.id().value()).update();
        var staying = Weaver.registered(registering).withdraws(recording, ConsentPurpose.PROCESSING);

        assertThat(page(get("/app/privacy/retention"))).contains(gone.family()).doesNotContain(staying.family());
        assertThat(retention.rehearse().people()).isPositive();
        retention.run(actor);
        assertThat(retention.rehearse().people()).isZero();
        assertThat(database.sql("select reason from registry.anonymisation where person_id = :id")
                        .param("id", gone.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("keep-after-withdrawal");
        assertThat(database.sql("select anonymised_at is null from registry.person where id = :id")
                        .param("id", gone.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void everyPageIsThereInFullWords() throws Exception {
        var weaver = Weaver.registered(registering);
        var request = answering.receive(RequestKind.ERASURE, Channel.LETTER, ASKER, "أريد المحو", Language.AR);
        answering.concerns(request.id(), weaver.id());
        answering.identified(request.id(), IdentityCheck.CARD_SEEN, actor);
        for (var address : List.of(
                "/ar/privacy",
                "/es/privacy",
                "/app/privacy/requests",
                "/app/privacy/requests/new",
                "/app/privacy/requests/" + request.id(),
                "/app/privacy/anonymisations",
                "/app/privacy/retention")) {
            assertThat(page(get(address))).as(address).doesNotContain("⟦");
        }
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(authentication(registrar)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
