package ma.qutb.spaces.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.StandingClock;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.TestCalls;
import ma.qutb.spaces.application.ApplicationId;
import ma.qutb.spaces.application.Applying;
import ma.qutb.spaces.call.Call;
import ma.qutb.support.TestActor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A committee scores alone, keeps away from its kin, compares, talks and closes once. */
@SpacesModuleTest
class ScoringTests {

    @Autowired
    TestCalls calls;

    @Autowired
    TestCommittee test;

    @Autowired
    ConveningCommittee convening;

    @Autowired
    ScoringApplications scoring;

    @Autowired
    ClosingScoring closing;

    @Autowired
    DeclaringRelatives relatives;

    @Autowired
    ReadingCommittee reading;

    @Autowired
    ReadingMinutes minutes;

    @Autowired
    IssuingMinutes issued;

    @Autowired
    Scores scores;

    @Autowired
    Applying applying;

    @Autowired
    JdbcClient database;

    @Autowired
    StandingClock clock;

    Call call;
    ApplicationId first;
    ApplicationId second;
    List<TestActor> members;

    @BeforeEach
    void aCallWithTwoApplications() {
        call = calls.open(3);
        first = calls.sent(call, calls.artisan(), 2);
        second = calls.sent(call, calls.artisan(), 2);
        members = test.members(3);
    }

    @Test
    void aCommitteeIsNamedOnceAfterTheDeadline() {
        var three = ids(members);
        var chair = members.getFirst();
        refused("not-closed", () -> convening.convene(call, three, chair.id(), 30, chair));

        test.close(call);
        refused("few", () -> convening.convene(call, Set.of(chair.id()), chair.id(), 30, chair));
        refused("chair", () -> convening.convene(call, three, UUID.randomUUID(), 30, chair));
        var stranger = UUID.randomUUID();
        refused(
                "not-staff",
                () -> convening.convene(
                        call, Set.of(chair.id(), members.get(1).id(), stranger), chair.id(), 30, chair));

        convening.convene(call, three, chair.id(), 30, chair);
        refused("convened", () -> convening.convene(call, three, chair.id(), 30, chair));
    }

    @Test
    void aRelativeOfTheApplicantCannotScoreThemNotEvenPastThePages() {
        var kin = calls.artisan();
        var theirs = calls.sent(call, kin, 1);
        var member = members.get(1);
        relatives.declare(new PersonId(kin.id()), member);
        test.convene(call, members);

        assertThat(reading.sheet(call, member.id())
                        .line(theirs.value())
                        .orElseThrow()
                        .conflict())
                .contains("relative");
        refused("kin", () -> scoring.give(theirs.value(), List.of(90, 90), member));
        assertThatThrownBy(() -> database.sql("""
                                insert into spaces.score (application_id, user_id, points, given_at) values (:a, :u, '{90,90}', :now)
                                """)
                        .param("a", theirs.value())
                        .param("u", member.id())
                        .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("score_without_conflict");
        refused("relative-known", () -> relatives.declare(new PersonId(kin.id()), member));
    }

    @Test
    void oneScoresNeitherOneselfNorOnesCooperativeNorTheCooperativeOfARelative() {
        var self = calls.artisan();
        var own = calls.sent(call, self, 1);
        var cooperative = calls.cooperative(3, 0);
        var ours = calls.sent(call, cooperative, 1);
        var president = database.sql(
                        "select person_id from registry.membership where organisation_id = :o and role = 'PRESIDENT'")
                .param("o", cooperative.id())
                .query(UUID.class)
                .single();
        var three = List.of(test.member(self.id()), test.member(president), test.member(null));
        relatives.declare(new PersonId(president), three.get(2));
        test.convene(call, three);

        assertThat(ground(own, three.get(0))).contains("applicant");
        assertThat(ground(ours, three.get(1))).contains("cooperative");
        assertThat(ground(ours, three.get(2))).contains("relative");
        assertThat(ground(ours, three.get(0))).isEmpty();
        refused("kin", () -> scoring.give(own.value(), List.of(100, 100), three.get(0)));
    }

    @Test
    void whatIsGivenIsKeptWithGapsUntilTheSheetIsClosed() {
        test.convene(call, members);
        var member = members.get(2);
        scoring.give(first.value(), Arrays.asList(70, null), member);
        var sheet = reading.sheet(call, member.id());
        assertThat(sheet.line(first.value()).orElseThrow().points()).containsExactly(70, null);
        assertThat(sheet.next(first.value()).orElseThrow().application()).isEqualTo(second.value());
        refused("gaps", () -> scoring.close(call, member));

        scoring.give(first.value(), List.of(70, 60), member);
        scoring.declare(call, second.value(), "جاره في الورشة", member);
        refused("declared", () -> scoring.declare(call, second.value(), "مرة أخرى", member));
        scoring.close(call, member);
        refused("closed", () -> scoring.give(first.value(), List.of(1, 1), member));
        refused("closed", () -> scoring.close(call, member));
        refused("no-member", () -> scoring.close(call, test.member(null)));
        refused("no-member", () -> scoring.give(first.value(), List.of(1, 1), test.member(null)));
    }

    @Test
    void nobodySeesAnotherSheetBeforeAllAreClosed() {
        test.convene(call, members);
        test.score(call, members.subList(0, 2), it -> 80);
        var open = members.get(2);

        assertThat(reading.sheet(call, open.id()).lines())
                .allMatch(it -> it.points().isEmpty());
        assertThat(minutes.lines(call.id())).isEmpty();
        assertThat(scores.of(call.id())).isEmpty();
        refused("still-scoring", () -> closing.freeze(call, members.getFirst()));

        test.score(call, List.of(open), it -> 80);
        assertThat(minutes.lines(call.id()))
                .extracting(ReadingMinutes.Line::average)
                .containsExactly(80_000, 80_000);
    }

    @Test
    void sheetsThatLieFarApartAreTalkedAboutAndStayAsTheyAre() {
        test.convene(call, members);
        var chair = members.getFirst();
        test.fill(call, chair, it -> 20);
        scoring.close(call, chair);
        test.score(call, members.subList(1, 3), it -> it.endsWith("0001") ? 95 : 25);
        refused("to-talk", () -> closing.freeze(call, chair));
        refused("not-chair", () -> closing.talked(call, first.value(), Optional.of(80), "…", members.get(1)));

        closing.talked(call, first.value(), Optional.of(80), "رأت اللجنة المشروع من جديد", chair);
        refused("talked", () -> closing.talked(call, first.value(), Optional.empty(), "مرة أخرى", chair));
        var paper = closing.freeze(call, chair);
        refused("frozen", () -> closing.freeze(call, chair));
        refused("frozen", () -> closing.talked(call, second.value(), Optional.of(1), "بعد فوات الأوان", chair));

        assertThat(scores.of(call.id())).containsEntry(first.value(), 80_000).containsEntry(second.value(), 23_333);
        assertThat(minutes.lines(call.id()).getFirst().average()).isEqualTo(70_000);
        assertThat(paper.number()).startsWith("PV-");
        assertThat(paper.prints()).extracting(it -> it.form()).containsExactlyInAnyOrder("ar", "fr");
        assertThatThrownBy(() -> database.sql(
                                "update spaces.committee set frozen_at = null, frozen_by = null where call_id = :call")
                        .param("call", call.id().value())
                        .update())
                .hasMessageContaining("committee_stays_frozen");
    }

    @Test
    void ofTwoChairsWhoCloseAtOnceOneDoesAndThereIsOneMinutes() throws Exception {
        test.convene(call, members);
        test.score(call, members, it -> 50);
        var chair = members.getFirst();
        Callable<Boolean> freezing = () -> {
            try {
                closing.freeze(call, chair);
                return true;
            } catch (Refusal refusal) {
                assertThat(refusal.code()).isEqualTo("spaces.scoring.refusal.frozen");
                return false;
            }
        };

        try (var threads = Executors.newFixedThreadPool(4)) {
            var done = threads.invokeAll(List.of(freezing, freezing, freezing, freezing)).stream()
                    .filter(it -> {
                        try {
                            return it.get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .count();
            assertThat(done).isOne();
        }
        assertThat(issued.of(call)).hasSize(1);
    }

    @Test
    void anApplicationThatIsWithdrawnMeanwhileIsScoredNoMore() {
        test.convene(call, members);
        test.fill(call, members.getFirst(), it -> 60);
        applying.withdraw(second);

        refused("withdrawn", () -> scoring.give(second.value(), List.of(1, 1), members.get(1)));
        scoring.close(call, members.getFirst());
        test.score(call, members.subList(1, 3), it -> 60);
        closing.freeze(call, members.getFirst());
        assertThat(scores.of(call.id())).containsOnlyKeys(first.value());
    }

    private Optional<String> ground(ApplicationId application, Actor member) {
        return reading.sheet(call, member.id())
                .line(application.value())
                .orElseThrow()
                .conflict();
    }

    private static Set<UUID> ids(List<TestActor> members) {
        return Set.copyOf(members.stream().map(TestActor::id).toList());
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).withMessage("spaces.scoring.refusal." + code);
    }
}
