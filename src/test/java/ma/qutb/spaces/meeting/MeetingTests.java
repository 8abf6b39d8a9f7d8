package ma.qutb.spaces.meeting;

import static ma.qutb.spaces.TestPremises.HER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.StandingClock;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.TestPremises;
import ma.qutb.spaces.premises.PremisesId;
import ma.qutb.spaces.premises.RecordingPremises;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Meetings, the real one of 18 April 2025 first, and proposals for a premises. */
@SpacesModuleTest
class MeetingTests {

    private static final Authentication OFFICER =
            TestActor.with(Code.SEE_PREMISES, Code.STEER_ROADMAP, "registry.see-organisations");
    private static final LocalName WORDS = new LocalName("لقاء بالجماعة", "", "");

    @Autowired
    MockMvc web;

    @Autowired
    HoldingMeetings holding;

    @Autowired
    Meetings meetings;

    @Autowired
    Proposals proposals;

    @Autowired
    RecordingPremises recording;

    @Autowired
    Organisations organisations;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    PremisesId premises;

    @BeforeEach
    void aPremises() {
        premises = recording.record(TestPremises.seen(PremisesId.next(), clock.instant()), HER);
    }

    @Test
    void theMeetingOfThe18thOfApril2025IsThereWithItsSourceAndWhatWasDecided() throws Exception {
        var id = database.sql("select id from spaces.meeting where reference_code = 'EVT-02'")
                .query(UUID.class)
                .single();
        var it = meetings.find(id).orElseThrow();
        assertThat(it.day()).isEqualTo(LocalDate.of(2025, 4, 18));
        assertThat(it.participants()).isNotEmpty();
        assertThat(it.decisions().getFirst().words().in(Language.FR)).contains("feuille de route");
        for (var language : new String[] {"ar", "fr", "en"}) {
            web.perform(get(it.path())
                            .with(authentication(OFFICER))
                            .cookie(new jakarta.servlet.http.Cookie("lang", language)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("/figures/sources/003")))
                    .andExpect(content().string(not(containsString("⟦"))));
        }
    }

    @Test
    void aMeetingIsEnteredWithItsDecisionsAndTheyAreDone() throws Exception {
        web.perform(get("/app/premises/meetings").with(authentication(OFFICER))).andExpect(status().isOk());
        web.perform(get("/app/premises/meetings/new").with(authentication(OFFICER)))
                .andExpect(status().isOk());
        var key = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            web.perform(act("/app/premises/meetings")
                            .param("key", key.toString())
                            .param("name", "لقاء أسرير")
                            .param("day", clock.today().toString())
                            .param("place", "CR-ASR")
                            .param("participants", "رئيسة الجماعة\nممثل العمالة")
                            .param("minutes", "زيارة المقرات الثلاثة"))
                    .andExpect(status().is3xxRedirection());
        }
        var it = meetings.find(key).orElseThrow();
        assertThat(it.participants()).hasSize(2);
        web.perform(act(it.path() + "/decision")
                        .param("words", "إصلاح السقف")
                        .param("premises", premises.toString())
                        .param("due", clock.today().plusDays(20).toString()))
                .andExpect(status().is3xxRedirection());
        var decision = meetings.find(key).orElseThrow().decisions().getFirst();
        assertThat(decision.premises()).contains(premises.value());
        web.perform(get(it.path() + "/decision").with(authentication(OFFICER))).andExpect(status().isOk());
        web.perform(act(it.path() + "/decisions/" + decision.id() + "/fulfilment"))
                .andExpect(status().is3xxRedirection());
        assertThat(meetings.find(key).orElseThrow().decisions().getFirst().done())
                .contains(clock.today());
        refused("spaces.meeting.refusal.done", () -> holding.fulfil(key, decision.id()));
    }

    @Test
    void aMeetingWasHeldByNowAndSomebodyCame() {
        refused("spaces.meeting.refusal.future", () -> hold(clock.today().plusDays(1), List.of(WORDS)));
        refused("spaces.meeting.refusal.nobody", () -> hold(clock.today(), List.of()));
        var id = hold(clock.today(), List.of(WORDS));
        refused(
                "spaces.meeting.refusal.words",
                () -> holding.decide(id, new LocalName(" ", "", ""), Optional.empty(), Optional.empty(), ""));
    }

    @Test
    void oneProposalIsRetainedAndAnotherDeclinedForAReason() throws Exception {
        var cooperative = organisations.byReference("ORG-COOPJ").orElseThrow().id();
        web.perform(get("/app/premises/" + premises + "/proposals/new").with(authentication(OFFICER)))
                .andExpect(status().isOk());
        web.perform(act("/app/premises/" + premises + "/proposals")
                        .param("by", "organisation:" + cooperative)
                        .param("made", clock.today().toString())
                        .param("purpose", "ورشة للخياطة")
                        .param("women", "14"))
                .andExpect(status().is3xxRedirection());
        proposals.propose(proposal("دار للنسيج", 6, clock.today()), "حسناء");
        var all = proposals.of(premises);
        assertThat(all).hasSize(2);
        var first = all.getFirst().id();
        var second = all.getLast().id();
        refused("spaces.proposal.refusal.reason", () -> proposals.decide(premises, first, false, ""));
        proposals.decide(premises, first, true, "");
        refused("spaces.proposal.refusal.decided", () -> proposals.decide(premises, first, false, "غير كامل"));
        refused("spaces.proposal.refusal.another", () -> proposals.decide(premises, second, true, ""));
        web.perform(act("/app/premises/" + premises + "/proposals/" + second + "/declined")
                        .param("reason", "غير كامل"))
                .andExpect(status().is3xxRedirection());
        web.perform(get("/app/premises/" + premises + "/proposals").with(authentication(OFFICER)))
                .andExpect(content().string(containsString("غير كامل")))
                .andExpect(content().string(not(containsString("⟦"))));
        refused(
                "spaces.proposal.refusal.future",
                () -> proposals.propose(proposal("ورشة", 3, clock.today().plusDays(1)), "حسناء"));
        refused("spaces.proposal.refusal.content", () -> proposals.propose(proposal(" ", 3, clock.today()), "حسناء"));
    }

    private Proposals.New proposal(String purpose, int women, LocalDate made) {
        return new Proposals.New(UUID.randomUUID(), premises, Optional.empty(), made, purpose, women, Optional.empty());
    }

    private UUID hold(LocalDate day, List<LocalName> participants) {
        return holding.hold(
                new HoldingMeetings.Held(
                        UUID.randomUUID(),
                        day,
                        WORDS,
                        new TerritoryCode("CR-ASR"),
                        participants,
                        List.of(),
                        WORDS,
                        Optional.empty(),
                        "",
                        "",
                        Optional.empty(),
                        false),
                "حسناء");
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code);
    }

    private static MockHttpServletRequestBuilder act(String path) {
        return post(path).with(authentication(OFFICER)).with(csrf());
    }
}
