package ma.qutb.spaces.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.StandingClock;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.TestCalls;
import ma.qutb.spaces.TestSite;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.call.AskedPaper;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.call.Group;
import ma.qutb.spaces.call.PartyKind;
import ma.qutb.spaces.call.PreparingCalls;
import ma.qutb.spaces.call.PublishingCalls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application is filled in, sent once and in time, completed, withdrawn. */
@SpacesModuleTest
class ApplyingTests {

    private static final Taker CLERK = new Taker("نزهة", Optional.empty());

    @Autowired
    TestCalls test;

    @Autowired
    TestSite sites;

    @Autowired
    Applying applying;

    @Autowired
    BringingPapers papers;

    @Autowired
    Applications applications;

    @Autowired
    PreparingCalls preparing;

    @Autowired
    PublishingCalls publishing;

    @Autowired
    JdbcClient database;

    @Autowired
    StandingClock clock;

    Call call;
    Applicant artisan;

    @BeforeEach
    void anOpenCall() {
        call = test.open(12);
        artisan = test.artisan();
    }

    @Test
    void aSentApplicationHasANumberAndItsWishesInOrder() {
        var id = test.begun(call, artisan, 3);
        var number = applying.send(id);

        assertThat(number).isEqualTo(call.called() + "-0001");
        var it = applications.numbered(number).orElseThrow();
        assertThat(it.id()).isEqualTo(id);
        assertThat(it.wishes()).isEqualTo(call.units().subList(0, 3));
        assertThat(it.craft()).contains(new CraftCode("TLR"));
        assertThat(it.state(call)).isEqualTo("incomplete");
        assertThat(it.missing(call)).containsExactly(AskedPaper.IDENTITY, AskedPaper.PROJECT);
        assertThat(applications.standing(call.id())).containsExactly(it);
    }

    @Test
    void aDoubleClickOnSendSendsOnce() throws Exception {
        var id = test.begun(call, artisan, 1);
        var numbers = new ArrayList<String>();
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<String> send = () -> applying.send(id);
            for (var done : both.invokeAll(List.of(send, send))) {
                numbers.add(done.get());
            }
        }
        assertThat(numbers).containsExactly(call.called() + "-0001", call.called() + "-0001");
        assertThat(applications.standing(call.id())).hasSize(1);
    }

    @Test
    void applicationsAreNumberedWithoutGapsThoughTheyAreSentAtOnce() throws Exception {
        var drafts = new ArrayList<Callable<String>>();
        for (int i = 0; i < 8; i++) {
            var id = test.begun(call, test.artisan(), 1);
            drafts.add(() -> applying.send(id));
        }
        var numbers = new ArrayList<String>();
        try (var all = Executors.newFixedThreadPool(8)) {
            for (var done : all.invokeAll(drafts)) {
                numbers.add(done.get());
            }
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(java.util.stream.IntStream.rangeClosed(1, 8)
                        .mapToObj(it -> call.called() + "-000" + it)
                        .toList());
    }

    @Test
    void oneSecondAfterTheDeadlineIsTooLate() {
        var id = test.begun(call, artisan, 1);
        clock.forward(TestCalls.OPEN.plusSeconds(1));

        refused("too-late", () -> applying.send(id));
        assertThat(applications.find(id).orElseThrow().draft()).isTrue();
        assertThat(applications.standing(call.id())).isEmpty();
    }

    @Test
    void theDatabaseItselfRefusesOneSecondAfterTheDeadline() {
        var id = test.begun(call, artisan, 1);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> sendAt(id, TestCalls.OPEN.plusSeconds(1)))
                .withMessageContaining("application_in_time");
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> sendAt(id, TestCalls.OPEN))
                .withMessageContaining("application_in_time");
        sendAt(id, TestCalls.OPEN.minusSeconds(1));
        assertThat(applications.find(id).orElseThrow().number()).contains(call.called() + "-0001");
    }

    @Test
    void aPartyHasOneApplicationInACall() {
        var id = test.begun(call, artisan, 1);
        assertThat(applying.begin(ApplicationId.next(), call.id(), artisan, CLERK))
                .isEqualTo(id);
        applying.send(id);
        assertThat(applying.begin(ApplicationId.next(), call.id(), artisan, CLERK))
                .isEqualTo(id);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> database.sql("""
                                insert into spaces.application (id, call_id, person_id, party_kind, step, begun_at, taken_by_name, demonstration, version)
                                values (gen_random_uuid(), :call, :person, 'artisan', 'craft', now(), 'x', false, 1)
                                """)
                        .param("call", call.id().value())
                        .param("person", artisan.id())
                        .update())
                .withMessageContaining("application_once_a_person");
    }

    @Test
    void whatWasWithdrawnIsMadeAnewWithAnotherNumber() {
        var first = test.sent(call, artisan, 1);
        applying.withdraw(first);
        refused("withdrawn", () -> applying.send(first));
        var second = test.sent(call, artisan, 2);

        assertThat(second).isNotEqualTo(first);
        assertThat(applications.find(second).orElseThrow().number()).contains(call.called() + "-0002");
        assertThat(applications.standing(call.id())).extracting(Application::id).containsExactly(second);
        assertThat(applications.find(first).orElseThrow().state(call)).isEqualTo("withdrawn");
    }

    @Test
    void missingPapersAreNamedAndMayComeUntilTheDeadline() {
        var id = test.begun(call, artisan, 1);
        papers.show(id, AskedPaper.IDENTITY, CLERK);
        applying.send(id);
        assertThat(applications.find(id).orElseThrow().missing(call)).containsExactly(AskedPaper.PROJECT);

        clock.forward(TestCalls.OPEN.minusSeconds(1));
        papers.show(id, AskedPaper.PROJECT, CLERK);
        assertThat(applications.find(id).orElseThrow().complete(call)).isTrue();

        clock.forward(Duration.ofSeconds(1));
        refused("papers-too-late", () -> papers.show(id, AskedPaper.PROJECT, CLERK));
    }

    @Test
    void aPaperThatWillNotDoIsMissingUntilItComesAgain() {
        var id = test.sent(call, artisan, 1);
        refused("reason", () -> papers.refuse(id, AskedPaper.PROJECT, " ", CLERK));
        papers.refuse(id, AskedPaper.PROJECT, "غير مقروءة", CLERK);
        assertThat(applications.find(id).orElseThrow().missing(call)).containsExactly(AskedPaper.PROJECT);

        papers.show(id, AskedPaper.PROJECT, CLERK);
        assertThat(applications.find(id).orElseThrow().complete(call)).isTrue();
    }

    @Test
    void whatWasSentStays() {
        var id = test.sent(call, artisan, 2);
        refused("sent", () -> applying.craft(id, new CraftCode("JEW")));
        refused("sent", () -> applying.wish(id, call.units().subList(0, 1)));

        for (var change : List.of(
                "update spaces.application set craft_code = 'JEW' where id = :id",
                "update spaces.application set submitted_at = submitted_at - interval '1 hour' where id = :id",
                "update spaces.application set position = 9, number = number || '9' where id = :id",
                "delete from spaces.application_wish where application_id = :id")) {
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .as(change)
                    .isThrownBy(
                            () -> database.sql(change).param("id", id.value()).update())
                    .withMessageContaining("application_sent_stays");
        }
    }

    @Test
    void wishesAreRankedWithoutGapsAndOnlyForUnitsOfTheCall() {
        var id = test.begun(call, artisan, 2);
        refused(
                "wished-twice",
                () -> applying.wish(
                        id, List.of(call.units().get(0), call.units().get(0))));
        refused("too-many-wishes", () -> applying.wish(id, call.units().subList(0, 11)));
        refused("not-of-the-call", () -> applying.wish(id, List.of(UnitId.next())));

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> wishFor(id, 4, call.units().get(5)))
                .withMessageContaining("application_wish_without_gaps");
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> wishFor(id, 3, sites.unit(sites.drawn(1), "1").id()))
                .withMessageContaining("application_wish_unit_of_call");
        assertThat(applications.find(id).orElseThrow().wishes())
                .isEqualTo(call.units().subList(0, 2));
    }

    @Test
    void anApplicationWithoutCraftOrUnitIsNotSent() {
        var id = applying.begin(ApplicationId.next(), call.id(), artisan, CLERK);
        refused("no-craft", () -> applying.wish(id, call.units().subList(0, 1)));
        refused("no-craft", () -> applying.send(id));
        applying.craft(id, new CraftCode("TLR"));
        refused("no-wish", () -> applying.send(id));
    }

    @Test
    void aUnitThatDoesNotSuitIsRefusedWithTheRule() {
        var steps = call.units().get(0);
        database.sql(
                        "update spaces.unit set accessible = false, crafts = '{JEW}', noise = 3, dust = 3, fire = 3, smell = 3 where id = :id")
                .param("id", steps.value())
                .update();
        var quiet = call.units().get(1);
        database.sql(
                        "update spaces.unit set accessible = false, noise = 0, dust = 0, fire = 0, smell = 0 where id = :id")
                .param("id", quiet.value())
                .update();
        var id = applying.begin(ApplicationId.next(), call.id(), artisan, CLERK);
        applying.craft(id, new CraftCode("TLR"));
        refused("unfit.craft", () -> applying.wish(id, List.of(steps)));
        applying.craft(id, new CraftCode("BLS"));
        refused("unfit.nuisance", () -> applying.wish(id, List.of(quiet)));
        applying.craft(id, new CraftCode("JEW"));
        applying.wish(id, List.of(steps));
        applying.needs(id, true, false);
        refused("unfit.access", () -> applying.send(id));
    }

    @Test
    void onlyPartiesOfTheCallAndOfTheRegistryApply() {
        database.sql("update registry.artisan set register_status = 'SUSPENDED' where person_id = :id")
                .param("id", artisan.id())
                .update();
        refused("suspended", () -> begin(artisan));
        refused("no-artisan", () -> begin(Applicant.of(new PersonId(UUID.randomUUID()))));
        var cooperative = test.cooperative(2, 1);
        database.sql("update registry.organisation set status = 'DORMANT' where id = :id")
                .param("id", cooperative.id())
                .update();
        refused("not-active", () -> begin(cooperative));

        var drawn = sites.drawn(1);
        var all = test.draft(drawn);
        var onlyArtisans = preparing.begin(
                CallId.next(),
                drawn,
                new ma.qutb.spaces.call.CallDraft(
                        all.calendar(),
                        all.seed(),
                        Set.of(PartyKind.ARTISAN),
                        all.units(),
                        all.criteria(),
                        all.papers(),
                        all.shares()),
                false);
        refused("not-open", () -> applying.begin(ApplicationId.next(), onlyArtisans, test.artisan(), CLERK));
        publishing.publish(onlyArtisans, (ma.qutb.kernel.Actor)
                ma.qutb.support.TestActor.with().getPrincipal());
        refused("party", () -> applying.begin(ApplicationId.next(), onlyArtisans, cooperative, CLERK));
    }

    @Test
    void sharesAreCountedByTheRegistry() {
        assertThat(groups(begin(test.cooperative(3, 2)))).containsExactly(Group.WOMEN_COOPERATIVE);
        assertThat(groups(begin(test.cooperative(2, 2)))).isEmpty();
        var young = begin(test.artisan(sites.today().minusYears(30)));
        applying.needs(young, false, true);
        assertThat(groups(young)).containsExactly(Group.YOUNG_GRADUATE);
        assertThat(applications.find(young).orElseThrow().missing(call)).contains(AskedPaper.DIPLOMA);
        var older = begin(test.artisan(sites.today().minusYears(40)));
        refused("not-young", () -> applying.needs(older, false, true));
    }

    @Test
    void whoLeadsACooperativeMayApplyForIt() {
        var cooperative = test.cooperative(2, 0);
        var president = database.sql(
                        "select person_id from registry.membership where organisation_id = :id and role = 'PRESIDENT'")
                .param("id", cooperative.id())
                .query(UUID.class)
                .single();

        assertThat(belonging.behind(new PersonId(president)))
                .containsExactly(Applicant.of(new PersonId(president)), cooperative);
        assertThat(belonging.organisation(new OrganisationId(cooperative.id()))).contains(cooperative);
    }

    @Autowired
    Belonging belonging;

    private ApplicationId begin(Applicant party) {
        return applying.begin(ApplicationId.next(), call.id(), party, CLERK);
    }

    private Set<Group> groups(ApplicationId id) {
        return applications.find(id).orElseThrow().groups();
    }

    private void sendAt(ApplicationId id, Duration afterOpening) {
        database.sql("update spaces.application set submitted_at = :at where id = :id")
                .param("at", call.calendar().opensAt().plus(afterOpening).atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    private void wishFor(ApplicationId id, int rank, UnitId unit) {
        database.sql("""
                        insert into spaces.application_wish (application_id, call_id, rank, unit_id) values (:id, :call, :rank, :unit)
                        """)
                .param("id", id.value())
                .param("call", call.id().value())
                .param("rank", rank)
                .param("unit", unit.value())
                .update();
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act::run)
                .extracting(Refusal::code)
                .isEqualTo("spaces.application.refusal." + code);
    }
}
