package ma.qutb.spaces.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.StandingClock;
import ma.qutb.shell.Texts;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.TestCalls;
import ma.qutb.spaces.allocation.Reason;
import ma.qutb.spaces.application.Applicant;
import ma.qutb.spaces.application.ApplicationId;
import ma.qutb.spaces.application.Applications;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.draw.DrawCheck;
import ma.qutb.spaces.draw.DrawFiles;
import ma.qutb.spaces.scoring.TestCommittee;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages from final scores to a taken unit: of staff, of an applicant on the telephone, of anybody. */
@SpacesModuleTest
class AwardPagesTests {

    @Autowired
    MockMvc web;

    @Autowired
    TestCalls calls;

    @Autowired
    TestCommittee committee;

    @Autowired
    Applications applications;

    @Autowired
    AwardTable awards;

    @Autowired
    OfferTable offers;

    @Autowired
    AppealTable appeals;

    @Autowired
    IssuingLetters letters;

    @Autowired
    ReadingResults reading;

    @Autowired
    Texts texts;

    @Autowired
    StandingClock clock;

    Call call;
    Applicant loser;
    ApplicationId winning;
    ApplicationId losing;
    TestActor director;
    TestActor phone;

    /** One shop, two who want it. */
    @BeforeEach
    void aCallWithFinalScores() {
        call = calls.open(1);
        winning = calls.sent(call, calls.artisan(), 1);
        loser = calls.artisan();
        losing = calls.sent(call, loser, 1);
        committee.frozen(call.id(), number -> number.endsWith("1") ? 90 : 60);
        director =
                actor(Optional.empty(), Code.SEE, Code.SEE_AWARDS, Code.SEE_SCORES, Code.ALLOCATE, Code.DECIDE_APPEALS);
        phone = actor(Optional.of(loser.id()), Code.FOLLOW);
    }

    private static TestActor actor(Optional<UUID> person, String... may) {
        return new TestActor(
                UUID.randomUUID(), "المديرة", Set.of(Role.DIRECTOR), Set.of(may), Scope.EVERYWHERE, person);
    }

    private void drawnAndPublished() throws Exception {
        var draw = call.calendar().drawAt().atZone(clock.getZone());
        web.perform(send(award() + "/promise", director)
                        .param("day", draw.toLocalDate().toString())
                        .param("time", draw.toLocalTime().withNano(0).toString()))
                .andExpect(redirectedUrl(award()));
        web.perform(see(award(), director)).andExpect(content().string(containsString("/draw/1/list.txt")));
        clock.forward(
                Duration.between(clock.instant(), call.calendar().drawAt()).plusHours(1));
        web.perform(send(award() + "/seed", director).param("seed", "5 12 40").param("witnesses", "السيدة أمينة"))
                .andExpect(redirectedUrl(award()));
        web.perform(send(award() + "/run", director)).andExpect(redirectedUrl(award()));
        for (int i = 0;
                i < 400 && awards.runs(call.id()).getFirst().finishedAt().isEmpty();
                i++) {
            LockSupport.parkNanos(50_000_000);
        }
        web.perform(send(award() + "/publication", director)).andExpect(redirectedUrl(award()));
    }

    @Test
    void everyFormOpensAndTheSeedWaitsForTheCeremony() throws Exception {
        for (var act : List.of("/promise", "/seed", "/run")) {
            web.perform(see(award() + act, director)).andExpect(status().isOk());
        }
        for (var list : List.of("/app/spaces/awards", "/app/spaces/results", "/app/spaces/appeals")) {
            web.perform(see(list, director)).andExpect(status().isOk());
        }
        web.perform(send(award() + "/promise", director)
                        .param("day", clock.today().plusDays(3).toString())
                        .param("time", "ظهرا"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(texts.say(Language.AR, "spaces.award.refusal.time"))));
        web.perform(send(award() + "/publication", director)).andExpect(status().isUnprocessableContent());
    }

    @Test
    void anybodyDownloadsTheFilesAndComputesTheDrawAgain() throws Exception {
        drawnAndPublished();
        var address = "/fr/calls/" + call.called();
        web.perform(get(address + "/result"))
                .andExpect(content().string(containsString(number(winning))))
                .andExpect(content().string(not(containsString("Aïcha"))));
        var files = new DrawFiles(
                file(address, "list"), file(address, "commitment"), file(address, "seed"), file(address, "result"));

        assertThat(DrawCheck.of(files)).isEmpty();
        var altered =
                new DrawFiles(files.list(), files.commitment(), files.seed().replace('5', '6'), files.result());
        assertThat(DrawCheck.of(altered)).isNotEmpty();
        web.perform(get(address + "/draw/2/list.txt")).andExpect(status().isNotFound());
        web.perform(get("/ar/calls/1999-01/result")).andExpect(status().isNotFound());
    }

    @Test
    void aRejectedApplicantReadsWhyAppealsAndIsAnswered() throws Exception {
        drawnAndPublished();
        var mine = TellingApplicants.MINE + "/" + losing;
        web.perform(see(TellingApplicants.MINE, phone)).andExpect(content().string(containsString(mine)));
        web.perform(see(mine, phone))
                .andExpect(content().string(containsString(number(winning))))
                .andExpect(content().string(containsString("90")))
                .andExpect(content().string(containsString("الرتبة 1 من لائحة الانتظار")));
        web.perform(see(TellingApplicants.MINE + "/" + winning, phone)).andExpect(status().isNotFound());
        web.perform(see(mine + "/appeal", phone)).andExpect(status().isOk());
        web.perform(send(mine + "/appeal", phone)).andExpect(status().isUnprocessableContent());
        web.perform(send(mine + "/appeal", phone).param("ground", "score").param("words", "مشروعي كامل"))
                .andExpect(redirectedUrl(mine));

        var appeal = "/app/spaces/appeals/" + appeals.of(losing).getFirst().id();
        web.perform(see(appeal, director)).andExpect(content().string(containsString("مشروعي كامل")));
        web.perform(see(appeal + "/decision", director)).andExpect(status().isOk());
        web.perform(send(appeal + "/decision", director).param("remedy", "refused"))
                .andExpect(status().isUnprocessableContent());
        web.perform(send(appeal + "/decision", director)
                        .param("remedy", "refused")
                        .param("why", "النقط كما في المحضر"))
                .andExpect(redirectedUrl(appeal));
        web.perform(see(mine, phone)).andExpect(content().string(containsString("النقط كما في المحضر")));
    }

    @Test
    void theDeskExplainsPrintsAndAnswersForWhoeverCame() throws Exception {
        drawnAndPublished();
        var desk = "/app/spaces/results/" + winning;
        web.perform(see(desk, director)).andExpect(status().isOk());
        web.perform(see(desk + "/appeal", director)).andExpect(status().isOk());
        web.perform(send(desk + "/letter", director)).andExpect(redirectedUrl(desk));
        var letter = letters.of(
                        reading.of(applications.find(winning).orElseThrow()).orElseThrow())
                .getFirst();
        for (var form : List.of("ar", "fr")) {
            web.perform(see(desk + "/letters/" + letter.id().value() + "/" + form + ".pdf", director))
                    .andExpect(content().contentType("application/pdf"));
        }
        var last = call.calendar().objectionsUntil().plusDays(1).atStartOfDay(clock.getZone());
        clock.forward(Duration.between(clock.instant(), last.toInstant()));
        web.perform(send(award() + "/offers", director)).andExpect(redirectedUrl(award()));
        var offer = offers.of(winning).getFirst();
        web.perform(send(desk + "/offers/" + offer.id() + "/refusal", director)).andExpect(redirectedUrl(desk));

        var mine = TellingApplicants.MINE + "/" + losing;
        var next = offers.of(losing).getFirst();
        web.perform(see(mine, phone))
                .andExpect(content().string(containsString("/offers/" + next.id() + "/acceptance")));
        web.perform(send(mine + "/offers/" + offer.id() + "/acceptance", phone)).andExpect(status().isNotFound());
        web.perform(send(mine + "/offers/" + next.id() + "/acceptance", phone)).andExpect(redirectedUrl(mine));
        web.perform(send(mine + "/offers/" + next.id() + "/acceptance", phone))
                .andExpect(status().isUnprocessableContent());
        web.perform(see(award(), director)).andExpect(status().isOk());
        web.perform(see("/app/spaces/results?call=" + call.called(), director))
                .andExpect(content().string(containsString(number(losing))));
    }

    @Test
    void everyReasonHasItsWordsInThreeLanguages() {
        for (var kind : Reason.Kind.values()) {
            var why = new Why(
                    1, "12", kind.name().toLowerCase(java.util.Locale.ROOT), "2026-01-0007", 61_250, 70_000, "13");
            for (var language : Language.COMPLETE) {
                var said = texts.say(language, why.key(), why.arguments(language, group -> "فئة " + group));
                assertThat(said).contains("12").doesNotContain("⟦").doesNotContain("{");
            }
        }
    }

    private String file(String address, String name) throws Exception {
        return web.perform(get(address + "/draw/1/" + name + ".txt"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String number(ApplicationId id) {
        return applications.find(id).orElseThrow().number().orElseThrow();
    }

    private String award() {
        return "/app/spaces/calls/" + call.id() + "/award";
    }

    private static MockHttpServletRequestBuilder see(String path, TestActor by) {
        return get(path).with(authentication(by.authentication()));
    }

    private static MockHttpServletRequestBuilder send(String path, TestActor by) {
        return post(path).with(authentication(by.authentication())).with(csrf());
    }
}
