package ma.qutb.spaces.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.StandingClock;
import ma.qutb.spaces.OfferAccepted;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.TestCalls;
import ma.qutb.spaces.application.Application;
import ma.qutb.spaces.application.ApplicationId;
import ma.qutb.spaces.application.Applications;
import ma.qutb.spaces.application.Applying;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.Calls;
import ma.qutb.spaces.draw.DrawCheck;
import ma.qutb.spaces.scoring.TestCommittee;
import ma.qutb.support.TestActor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** From final scores to whoever takes a unit: draw, run, result, offers, waiting list, appeals. */
@SpacesModuleTest
class AwardTests {

    @Autowired
    TestCalls calls;

    @Autowired
    TestCommittee committee;

    @Autowired
    HoldingDraws draws;

    @Autowired
    AskingRuns asking;

    @Autowired
    ComputingRun computing;

    @Autowired
    Offering offering;

    @Autowired
    Appealing appealing;

    @Autowired
    AwardTable awards;

    @Autowired
    OfferTable offers;

    @Autowired
    AppealTable appeals;

    @Autowired
    Applications applications;

    @Autowired
    Applying applying;

    @Autowired
    Calls all;

    @Autowired
    JdbcClient database;

    @Autowired
    StandingClock clock;

    Call call;
    List<ApplicationId> sent;
    TestActor director;

    /** Two shops, four who want both; the fourth of them has fewest points, the second and third as many. */
    @BeforeEach
    void aCallWithFinalScores() {
        call = calls.open(2);
        sent = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sent.add(calls.sent(call, calls.artisan(), 2));
        }
        director = new TestActor(
                UUID.randomUUID(), "المديرة", Set.of(Role.DIRECTOR), Set.of(), Scope.EVERYWHERE, Optional.empty());
    }

    private void score() {
        committee.frozen(call.id(), number -> number.endsWith("1") ? 90 : number.endsWith("4") ? 50 : 70);
    }

    private Draw drawn() {
        draws.promise(call, "", call.calendar().drawAt(), director);
        clock.forward(Duration.between(clock.instant(), call.calendar().drawAt()));
        return draws.drawn(call, "17 4 33 8 21", "الأستاذ العلوي، السيدة أمينة", director);
    }

    private Run run(String reason) {
        return finished(asking.ask(call, reason, director));
    }

    /** It is computed behind the pages. */
    private Run finished(UUID id) {
        for (int i = 0; i < 400 && awards.run(id).orElseThrow().finishedAt().isEmpty(); i++) {
            LockSupport.parkNanos(50_000_000);
        }
        return awards.run(id).orElseThrow();
    }

    private Run published() {
        score();
        drawn();
        var run = run("");
        asking.publish(call, director);
        return run;
    }

    private void afterAppeals() {
        var last = call.calendar().objectionsUntil().plusDays(1).atStartOfDay(clock.getZone());
        clock.forward(Duration.between(clock.instant(), last.toInstant()));
    }

    @Test
    void aDrawIsPromisedBeforeItsCeremonyAndItsSeedComesAfter() {
        refused(
                "spaces.award.refusal.not-scored",
                () -> draws.promise(call, "", call.calendar().drawAt(), director));
        score();
        refused("spaces.award.refusal.nothing-promised", () -> draws.drawn(call, "1", "شاهد", director));
        refused("spaces.award.refusal.ceremony-past", () -> draws.promise(call, "", clock.instant(), director));
        var draw = draws.promise(call, "", call.calendar().drawAt(), director);
        assertThat(draw.file("seed.txt")).isEmpty();
        assertThat(draw.list()).isEqualTo(String.join("\n", numbers()) + "\n");
        refused(
                "spaces.award.refusal.promised",
                () -> draws.promise(call, "", call.calendar().drawAt(), director));
        refused("spaces.award.refusal.too-early", () -> draws.drawn(call, "1", "شاهد", director));
        refused("spaces.award.refusal.not-drawn", () -> asking.ask(call, "", director));

        clock.forward(Duration.between(clock.instant(), call.calendar().drawAt()));
        var held = draws.drawn(call, " 17 4  33 ", "شاهد", director);
        assertThat(DrawCheck.of(held.files())).isEmpty();
        assertThatThrownBy(() -> database.sql("update spaces.draw set seed = '1' where id = :id")
                        .param("id", held.id())
                        .update())
                .hasMessageContaining("draw_stays");
        refused(
                "spaces.award.refusal.reason",
                () -> draws.promise(call, "", clock.instant().plusSeconds(60), director));
        assertThat(draws.promise(call, "كرة سقطت", clock.instant().plusSeconds(60), director)
                        .number())
                .endsWith("-T2");
    }

    @Test
    void aDrawWithOneAlteredCharacterIsRunNoMore() {
        score();
        var draw = drawn();
        // Past the application and its rights: whoever holds the database itself.
        database.sql("reset role").update();
        try {
            database.sql("alter table spaces.draw disable trigger draw_stays").update();
            database.sql("update spaces.draw set result_file = replace(result_file, '1 ', '2 ') where id = :id")
                    .param("id", draw.id())
                    .update();
            database.sql("alter table spaces.draw enable trigger draw_stays").update();
        } finally {
            database.sql("set role qutb_application").update();
        }

        assertThat(DrawCheck.of(awards.draw(draw.id()).orElseThrow().files())).isNotEmpty();
        refused("spaces.award.refusal.draw-altered", () -> asking.ask(call, "", director));
    }

    @Test
    void mostPointsFirstAndTheDrawAmongEquals() {
        var run = published();

        var holders = AllocationFile.holders(run.result().orElseThrow());
        var equals = awards.draws(call.id())
                .getFirst()
                .drawn()
                .orElseThrow()
                .resultFile()
                .lines()
                .skip(1)
                .map(it -> it.split(" ")[1])
                .filter(it -> it.endsWith("2") || it.endsWith("3"))
                .toList();
        assertThat(holders.values()).containsExactlyInAnyOrder(numbers().getFirst(), equals.getFirst());
        var loser = applications.numbered(equals.getLast()).orElseThrow();
        assertThat(kinds(run, loser)).contains("draw");
        assertThat(kinds(run, applications.find(sent.getLast()).orElseThrow())).containsOnly("higher_score");
        refused("spaces.award.refusal.not-publishable", () -> asking.publish(call, director));
    }

    @Test
    void theSameInputGivesTheSameResultAndReadsBackAsItWas() {
        score();
        drawn();
        var first = run("");
        refused("spaces.award.refusal.reason", () -> asking.ask(call, " ", director));
        var second = run("للتأكد");

        assertThat(second.input()).isEqualTo(first.input());
        assertThat(second.result()).isEqualTo(first.result());
        assertThat(AllocationFile.parse(first.input()).text()).isEqualTo(first.input());
        assertThatThrownBy(() -> database.sql("update spaces.allocation_run set result = 'other' where id = :id")
                        .param("id", first.id())
                        .update())
                .hasMessageContaining("allocation_run_stays");
    }

    @Test
    void aRunThatIsKilledInTheMiddleGivesTheSameResultWhenItIsBegunAgain() {
        score();
        drawn();
        var whole = run("");
        // As it stands when the machine stops at once after it was asked for: nobody computes it.
        var killed = UUID.randomUUID();
        database.sql("""
                        insert into spaces.allocation_run (id, call_id, draw_id, sequence, reason, input, asked_at, asked_by_name)
                        select :id, call_id, draw_id, 2, 'انقطع التيار', input, asked_at, asked_by_name from spaces.allocation_run where id = :whole
                        """).param("id", killed).param("whole", whole.id()).update();
        assertThatThrownBy(() -> computing.compute(killed, percent -> {
                    if (percent > 90) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        assertThat(awards.run(killed).orElseThrow().state()).isEqualTo(Run.State.RUNNING);
        assertThat(placements(killed)).isZero();
        refused("spaces.award.refusal.running", () -> asking.ask(call, "مرة أخرى", director));

        computing.compute(killed, percent -> {});
        computing.compute(killed, percent -> {});
        var again = awards.run(killed).orElseThrow();
        assertThat(again.result()).isEqualTo(whole.result());
        assertThat(placements(killed)).isEqualTo(2);
    }

    @Test
    void anApplicationWithdrawnBetweenScoringAndRunGetsNothingAndTheDrawStaysTrue() {
        score();
        draws.promise(call, "", call.calendar().drawAt(), director);
        applying.withdraw(sent.getFirst());
        clock.forward(Duration.between(clock.instant(), call.calendar().drawAt()));
        var draw = draws.drawn(call, "17 4 33 8 21", "شاهد", director);
        var run = run("");

        assertThat(DrawCheck.of(draw.files())).isEmpty();
        assertThat(draw.list()).contains(number(sent.getFirst()));
        assertThat(AllocationFile.holders(run.result().orElseThrow()).values())
                .doesNotContain(number(sent.getFirst()))
                .hasSize(2);
        var winner = AllocationFile.holders(run.result().orElseThrow())
                .values()
                .iterator()
                .next();
        applying.withdraw(applications.numbered(winner).orElseThrow().id());
        refused("spaces.award.refusal.withdrawn-since", () -> asking.publish(call, director));
    }

    @Test
    void offersWaitForAppealsAreAnsweredOnceAndGoToTheNext(AssertablePublishedEvents events) {
        refused("spaces.offer.refusal.no-result", () -> offering.begin(call.id()));
        refused("spaces.award.refusal.not-run", () -> asking.publish(call, director));
        var run = published();
        refused("spaces.offer.refusal.appeals", () -> offering.begin(call.id()));
        afterAppeals();
        assertThat(offering.begin(call.id())).isEqualTo(2);
        refused("spaces.offer.refusal.begun", () -> offering.begin(call.id()));
        refused("spaces.award.refusal.not-publishable", () -> asking.publish(call, director));
        var best = offer(numbers().getFirst());
        offering.answer(best.id(), true, "عيشة");
        refused("spaces.offer.refusal.answered", () -> offering.answer(best.id(), false, "عيشة"));
        assertThat(events.ofType(OfferAccepted.class)).anySatisfy(it -> {
            assertThat(it.offer()).isEqualTo(best.id());
            assertThat(it.unit()).isEqualTo(best.unit().value());
            assertThat(it.call()).isEqualTo(call.id().value());
            assertThat(it.organisation()).isFalse();
        });

        var other = open();
        offering.answer(other.id(), false, "عيشة");
        var next = open();
        assertThat(next.origin()).isEqualTo("waiting");
        assertThat(next.unit()).isEqualTo(other.unit());
        assertThat(next.application()).isNotIn(number(sent.getFirst()), other.application(), number(sent.getLast()));

        clock.forward(Duration.between(clock.instant(), next.deadline()));
        refused("spaces.offer.refusal.too-late", () -> offering.answer(next.id(), true, "عيشة"));
        offering.move(call.id());
        var last = open();
        assertThat(last.application()).isEqualTo(number(sent.getLast()));
        assertThat(offers.find(next.id()).orElseThrow().state()).isEqualTo(Offer.State.EXPIRED);
        offering.answer(last.id(), true, "عيشة");
        assertThat(all.find(call.id()).orElseThrow().settledAt()).isPresent();
        assertThat(offers.of(call.id())).hasSize(4);
        assertThatThrownBy(() -> database.sql("update spaces.offer set state = 'accepted' where id = :id")
                        .param("id", other.id())
                        .update())
                .hasMessageContaining("offer_answered_once");
        assertThat(run.given()).isEqualTo(2);
    }

    @Test
    void theDatabaseKnowsOneWhoAcceptedForAUnit() {
        published();
        afterAppeals();
        offering.begin(call.id());
        var taken = offer(numbers().getFirst());
        offering.answer(taken.id(), true, "عيشة");

        assertThatThrownBy(() -> database.sql("""
                                insert into spaces.offer (id, call_id, unit_id, application_id, run_id, origin, made_at, deadline, state, answered_at, version)
                                select gen_random_uuid(), call_id, unit_id, :another, run_id, origin, made_at, deadline, state, answered_at, 1
                                  from spaces.offer where id = :id
                                """)
                        .param("another", sent.getLast().value())
                        .param("id", taken.id())
                        .update())
                .hasMessageContaining("offer_one_of_a_unit");
    }

    @Test
    void anAppealComesInTimeAndIsDecidedBySomebodyElse() {
        refused("spaces.appeal.refusal.no-result", () -> appeal(sent.getLast()));
        published();
        var id = appeal(sent.getLast());
        refused("spaces.appeal.refusal.twice", () -> appeal(sent.getLast()));
        var sat = database.sql("select user_id from spaces.committee_member where call_id = :call limit 1")
                .param("call", call.id().value())
                .query(UUID.class)
                .single();
        var member = new TestActor(sat, "عضو", Set.of(Role.DIRECTOR), Set.of(), Scope.EVERYWHERE, Optional.empty());
        refused("spaces.appeal.refusal.sat", () -> appealing.decide(id, "refused", "لأني قررت", member));
        appealing.decide(id, "refused", "النقط محسوبة كما في المحضر", director);
        refused("spaces.appeal.refusal.decided", () -> appealing.decide(id, "head", "رأي آخر", director));

        var last = call.calendar()
                .objectionsUntil()
                .plusDays(1)
                .atStartOfDay(clock.getZone())
                .toInstant();
        clock.forward(Duration.between(clock.instant(), last).minusSeconds(1));
        appeal(sent.get(1));
        clock.forward(Duration.ofSeconds(1));
        refused("spaces.appeal.refusal.too-late", () -> appeal(sent.get(2)));
    }

    @Test
    void anUpheldAppealLeadsToANewRunOrToTheHeadOfTheList() {
        published();
        var again = appeal(sent.get(1));
        appealing.decide(again, "new_run", "وثيقة لم تحتسب", director);
        var head = appeal(sent.getLast());
        appealing.decide(head, "head", "تأخر التبليغ", director);
        afterAppeals();
        refused("spaces.offer.refusal.appeals", () -> offering.begin(call.id()));
        run("تظلم مقبول");
        asking.publish(call, director);
        assertThat(awards.runs(call.id())).hasSize(2);

        offering.begin(call.id());
        var best = offer(numbers().getFirst());
        offering.answer(best.id(), false, "عيشة");
        var next = offers.of(call.id()).stream()
                .filter(it -> it.open() && it.unit().equals(best.unit()))
                .findFirst()
                .orElseThrow();
        assertThat(next.application()).isEqualTo(number(sent.getLast()));
        assertThat(next.origin()).isEqualTo("appeal");
        refused("spaces.award.refusal.offered", () -> {
            run("بعد العروض");
            asking.publish(call, director);
        });
    }

    private UUID appeal(ApplicationId application) {
        return appealing.appeal(applications.find(application).orElseThrow(), "score", "", Optional.empty(), "عيشة");
    }

    private Offer open() {
        return offers.of(call.id()).stream().filter(Offer::open).findFirst().orElseThrow();
    }

    private Offer offer(String application) {
        return offers.of(call.id()).stream()
                .filter(it -> it.application().equals(application))
                .findFirst()
                .orElseThrow();
    }

    private List<String> numbers() {
        return sent.stream().map(this::number).toList();
    }

    private String number(ApplicationId id) {
        return applications.find(id).flatMap(Application::number).orElseThrow();
    }

    private List<String> kinds(Run run, Application of) {
        return database.sql("select kind from spaces.reason where run_id = :run and application_id = :id order by rank")
                .param("run", run.id())
                .param("id", of.id().value())
                .query(String.class)
                .list();
    }

    private int placements(UUID run) {
        return database.sql("select count(*) from spaces.placement where run_id = :run")
                .param("run", run)
                .query(Integer.class)
                .single();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).withMessage(code);
    }
}
