package ma.qutb.registry.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.ConsentPurpose;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.directory.Weaver;
import ma.qutb.registry.person.RegisteringPeople;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@RegistryModuleTest
class ConsentTests {

    @Autowired
    RegisteringPeople registering;

    @Autowired
    RecordingConsent recording;

    @Autowired
    ConsentLedger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc web;

    @Test
    void silenceIsNoConsent() {
        var weaver = Weaver.registered(registering);
        for (var purpose : ConsentPurpose.values()) {
            assertThat(ledger.agrees(weaver.id(), purpose)).isFalse();
        }
    }

    @Test
    void theLastAnswerHoldsAndAllStayReadable() {
        var weaver = Weaver.registered(registering)
                .agrees(recording, ConsentPurpose.MESSAGES)
                .agrees(recording, ConsentPurpose.MESSAGES)
                .withdraws(recording, ConsentPurpose.MESSAGES);

        assertThat(ledger.agrees(weaver.id(), ConsentPurpose.MESSAGES)).isFalse();
        // Saying the same again is not a new answer.
        assertThat(ledger.history(weaver.id())).extracting(Answer::given).containsExactly(false, true);
        assertThat(ledger.history(weaver.id()))
                .extracting(Answer::noticeVersion)
                .containsOnly("consent-1");
        assertThat(ledger.history(weaver.id()))
                .extracting(Answer::recordedBy)
                .containsOnly(Weaver.REGISTRAR.displayName());
    }

    @Test
    void noAnswerCanBeRewrittenOrErased() {
        var weaver = Weaver.registered(registering).agrees(recording, ConsentPurpose.MESSAGES);
        for (var attempt : Set.of(
                "update registry.consent_entry set given = false where person_id = :id",
                "delete from registry.consent_entry where person_id = :id")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> database.sql(attempt)
                            .param("id", weaver.id().value())
                            .update()))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void theRegistrarWritesDownWhatWasSaidAndHow() throws Exception {
        var weaver = Weaver.registered(registering);
        web.perform(post("/app/people/{id}/consent", weaver.id().value())
                        .param("manner", "SPOKEN")
                        .param("directory-name", "yes")
                        .param("directory-phone", "no")
                        .with(csrf())
                        .with(authentication(TestActor.with(Code.SEE_PEOPLE, Code.RECORD_CONSENT))))
                .andExpect(status().is3xxRedirection());

        assertThat(ledger.now(weaver.id()).get(ConsentPurpose.DIRECTORY_NAME))
                .satisfies(it -> assertThat(it.given()).isTrue())
                .satisfies(it -> assertThat(it.manner()).isEqualTo(Manner.SPOKEN));
        assertThat(ledger.now(weaver.id())).doesNotContainKey(ConsentPurpose.MESSAGES);
    }

    @Test
    void aPersonOfAnotherScopeIsNotThere() throws Exception {
        var weaver = Weaver.registered(registering);
        var tata = TestActor.within(new Scope.Within(Set.of("P-TAT")), Code.SEE_PEOPLE, Code.RECORD_CONSENT);
        web.perform(get("/app/people/{id}/consent", weaver.id().value()).with(authentication(tata)))
                .andExpect(status().isNotFound());
        web.perform(post("/app/people/{id}/consent", weaver.id().value())
                        .param("manner", "SIGNED")
                        .param("messages", "yes")
                        .with(csrf())
                        .with(authentication(tata)))
                .andExpect(status().isNotFound());
        assertThat(ledger.agrees(weaver.id(), ConsentPurpose.MESSAGES)).isFalse();
    }

    @Test
    void thePageShowsTheNoticeAndEveryAnswer() throws Exception {
        var weaver = Weaver.registered(registering).agrees(recording, ConsentPurpose.PHOTO_USE);
        var page = web.perform(get("/app/people/{id}/consent", weaver.id().value())
                        .with(authentication(TestActor.with(Code.SEE_PEOPLE, Code.RECORD_CONSENT))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(page).contains("notice-consent-1", "consent-photo-use").doesNotContain("⟦");
    }
}
