package ma.qutb.spaces.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.StandingClock;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.TestCalls;
import ma.qutb.spaces.TestSite;
import ma.qutb.spaces.Units;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A call is prepared, published whole, and stays. */
@SpacesModuleTest
class PublishingCallsTests {

    private static final Actor MANAGER =
            (Actor) TestActor.with("spaces.manage-calls").getPrincipal();
    private static final String REASON = "طلبت التعاونيات وقتا أطول";

    @Autowired
    TestSite sites;

    @Autowired
    TestCalls test;

    @Autowired
    PreparingCalls preparing;

    @Autowired
    PublishingCalls publishing;

    @Autowired
    Calls calls;

    @Autowired
    Units units;

    @Autowired
    JdbcClient database;

    @Autowired
    StandingClock clock;

    SiteId site;

    @BeforeEach
    void aSite() {
        site = sites.drawn(6);
    }

    @Test
    void aDraftSaysWhatWasTyped() {
        var draft = test.draft(site);
        var call =
                calls.find(preparing.begin(CallId.next(), site, draft, false)).orElseThrow();

        assertThat(call.state(clock.instant())).isEqualTo(Call.State.DRAFT);
        assertThat(call.number()).isEmpty();
        assertThat(call.units()).isEqualTo(draft.units());
        assertThat(call.criteria()).isEqualTo(draft.criteria());
        assertThat(call.papers()).isEqualTo(draft.papers());
        assertThat(call.shares()).isEqualTo(draft.shares());
        assertThat(call.calendar()).isEqualTo(draft.calendar());
    }

    @Test
    void aDraftSentTwiceIsOneAndChangesUntilItIsPublished() {
        var id = CallId.next();
        preparing.begin(id, site, test.draft(site), false);
        preparing.begin(id, site, test.draft(site), false);
        var smaller = with(test.draft(site), test.draft(site).units().subList(0, 2), List.of());
        preparing.describe(id, smaller);

        assertThat(calls.find(id).orElseThrow().units()).hasSize(2);
        assertThat(calls.find(id).orElseThrow().shares()).isEmpty();
        publishing.publish(id, MANAGER);
        refused("published", () -> preparing.describe(id, test.draft(site)));
    }

    @Test
    void publishedCallsAreNumberedWithoutGaps() {
        var first = published(site);
        var second = published(sites.drawn(1));

        assertThat(place(second)).isEqualTo(place(first) + 1);
        publishing.publish(second.id(), MANAGER);
        assertThat(calls.find(second.id()).orElseThrow().number()).isEqualTo(second.number());
        assertThat(calls.called(second.called())).map(Call::id).contains(second.id());
    }

    @Test
    void anIncompleteCallIsNotPublished() {
        var whole = test.draft(site);
        refused("no-unit", () -> published(with(whole, List.of(), List.of())));
        refused(
                "weights-sum",
                () -> published(new CallDraft(
                        whole.calendar(),
                        whole.seed(),
                        whole.parties(),
                        whole.units(),
                        List.of(new Criterion("project", 9_999)),
                        whole.papers(),
                        List.of())));
        refused(
                "no-paper",
                () -> published(new CallDraft(
                        whole.calendar(),
                        whole.seed(),
                        whole.parties(),
                        whole.units(),
                        whole.criteria(),
                        List.of(),
                        List.of())));
        refused(
                "shares-fit",
                () -> published(
                        with(whole, whole.units().subList(0, 1), List.of(new KeptShare(Group.YOUNG_GRADUATE, 2)))));
    }

    @Test
    void whatCannotBeIsSaidWhileItIsPrepared() {
        var it = test.draft(site);
        var days = it.calendar();
        refused(
                "closes-before-it-opens",
                () -> begun(at(it, calendar(days, days.opensAt().minusSeconds(1), days.offerDays()))));
        refused("days-in-order", () -> begun(at(it, calendar(days, days.drawAt(), days.offerDays()))));
        refused("offer-days", () -> begun(at(it, calendar(days, days.closesAt(), 0))));
        refused(
                "no-party",
                () -> begun(
                        new CallDraft(days, it.seed(), Set.of(), it.units(), it.criteria(), it.papers(), it.shares())));
        refused(
                "weight",
                () -> begun(new CallDraft(
                        days,
                        it.seed(),
                        it.parties(),
                        it.units(),
                        List.of(new Criterion("project", 0)),
                        it.papers(),
                        it.shares())));
        refused("share", () -> begun(with(it, it.units(), List.of(new KeptShare(Group.YOUNG_GRADUATE, 0)))));
    }

    @Test
    void aUnitOfAnotherSiteIsNotOffered() {
        var elsewhere = sites.unit(sites.drawn(1), "1");
        var id = begun(with(test.draft(site), List.of(elsewhere.id()), List.of()));

        refused("let", () -> publishing.publish(id, MANAGER));
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> database.sql(
                                "update spaces.call set published_at = :now, number = '2000-99' where id = :id")
                        .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                        .param("id", id.value())
                        .update())
                .withMessageContaining("call_units_of_its_site");
    }

    @Test
    void aUnitThatIsLetWhenTheLeasesBeginIsNotOffered() {
        var shop = sites.unit(site, "3");
        sites.let(shop, sites.today().minusYears(1), Optional.empty());

        refused("let", () -> publishing.publish(test.prepared(site), MANAGER));
    }

    @Test
    void aUnitWhoseLeaseEndsInTimeIsOffered() {
        var begins = test.draft(site).calendar().startsOn();
        sites.let(sites.unit(site, "3"), sites.today().minusYears(1), Optional.of(begins));

        assertThat(published(site).units()).hasSize(6);
    }

    @Test
    void twoCallsForOneUnitAtOnceEndInOne() throws Exception {
        var drafts = List.of(test.prepared(site), test.prepared(site));
        int published = 0;
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var done : both.invokeAll(drafts.stream()
                    .map(it -> (Callable<Boolean>) () -> {
                        try {
                            publishing.publish(it, MANAGER);
                            return true;
                        } catch (Refusal refusal) {
                            assertThat(refusal.code()).isEqualTo("spaces.call.refusal.unit-offered");
                            return false;
                        }
                    })
                    .toList())) {
                published += done.get() ? 1 : 0;
            }
        }
        assertThat(published).isEqualTo(1);
    }

    @Test
    void theUnitsOfACancelledOrSettledCallAreOfferedAgain() {
        var first = published(site);
        refused("unit-offered", () -> publishing.publish(test.prepared(site), MANAGER));

        publishing.cancel(first.id(), REASON, MANAGER);
        var second = published(site);
        calls.settle(second.id());

        assertThat(published(site).units()).isEqualTo(first.units());
        assertThat(calls.find(first.id()).orElseThrow().state(clock.instant())).isEqualTo(Call.State.CANCELLED);
        assertThat(calls.find(second.id()).orElseThrow().state(clock.instant())).isEqualTo(Call.State.SETTLED);
    }

    @Test
    void theDatabaseKeepsWhatWasPublished() {
        var call = published(site);
        for (var change : List.of(
                "update spaces.call set starts_on = starts_on + 1 where id = :id",
                "update spaces.call set closes_at = closes_at + interval '1 day' where id = :id",
                "update spaces.call set closes_at = closes_at - interval '1 day' where id = :id",
                "update spaces.call set offer_days = 9 where id = :id",
                "delete from spaces.call_unit where call_id = :id",
                "delete from spaces.call_quota where call_id = :id",
                "insert into spaces.call_document (call_id, code, position) values (:id, 'statutes', 9)",
                "insert into spaces.call_criterion (call_id, code, position, weight_bp) values (:id, 'jobs', 9, 1)")) {
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .as(change)
                    .isThrownBy(() ->
                            database.sql(change).param("id", call.id().value()).update())
                    .withMessageContaining("call_published_stays");
        }
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> database.sql("update spaces.call set cancelled_at = published_at where id = :id")
                        .param("id", call.id().value())
                        .update())
                .withMessageContaining("call_cancelled_with_a_reason");
        assertThat(calls.find(call.id())).contains(call);
    }

    @Test
    void aDeadlineIsPutOffWithAllThatComesAfterItAndWithItsReason() {
        var call = published(site);
        var until = call.calendar().closesAt().plus(Duration.ofDays(5));
        refused("reason", () -> publishing.extend(call.id(), until, " ", MANAGER));
        refused("no-later", () -> publishing.extend(call.id(), call.calendar().closesAt(), REASON, MANAGER));

        publishing.extend(call.id(), until, REASON, MANAGER);

        var then = calls.find(call.id()).orElseThrow().calendar();
        assertThat(then.closesAt()).isEqualTo(until);
        assertThat(then.drawAt()).isEqualTo(call.calendar().drawAt().plus(Duration.ofDays(5)));
        assertThat(then.startsOn()).isEqualTo(call.calendar().startsOn().plusDays(5));
        assertThat(then.waitingUntil()).isEqualTo(call.calendar().waitingUntil().plusDays(5));
    }

    @Test
    void aClosedCallIsNotExtendedAndACancelledOneNotTouched() {
        var closed = published(site);
        var cancelled = published(sites.drawn(1));
        publishing.cancel(cancelled.id(), REASON, MANAGER);
        refused("over", () -> publishing.cancel(cancelled.id(), REASON, MANAGER));
        var draft = test.prepared(sites.drawn(1));
        refused("not-published", () -> publishing.cancel(draft, REASON, MANAGER));

        clock.forward(TestCalls.OPEN);
        var later = closed.calendar().closesAt().plus(Duration.ofDays(40));
        refused("closed-already", () -> publishing.extend(closed.id(), later, REASON, MANAGER));
        refused("closed-already", () -> publishing.publish(draft, MANAGER));
    }

    @Test
    void aUnitThatIsNoMoreThereWhenTheLeasesBeginIsNotOffered() {
        var shop = sites.unit(site, "3");
        var begins = test.draft(site).calendar().startsOn();
        database.sql("delete from spaces.unit_state where unit_id = :id")
                .param("id", shop.id().value())
                .update();
        database.sql("update spaces.unit set during = daterange(lower(during), :day) where id = :id")
                .param("day", begins.minusDays(1))
                .param("id", shop.id().value())
                .update();

        refused("let", () -> publishing.publish(begun(with(test.draft(site), List.of(shop.id()), List.of())), MANAGER));
    }

    private Call published(SiteId of) {
        var id = test.prepared(of);
        publishing.publish(id, MANAGER);
        return calls.find(id).orElseThrow();
    }

    private void published(CallDraft it) {
        publishing.publish(begun(it), MANAGER);
    }

    private CallId begun(CallDraft it) {
        return preparing.begin(CallId.next(), site, it, false);
    }

    private static int place(Call call) {
        return Integer.parseInt(call.called().substring(5));
    }

    private static CallDraft with(CallDraft it, List<ma.qutb.spaces.UnitId> units, List<KeptShare> shares) {
        return new CallDraft(
                it.calendar(), it.seed(), EnumSet.allOf(PartyKind.class), units, it.criteria(), it.papers(), shares);
    }

    private static CallDraft at(CallDraft it, Calendar calendar) {
        return new CallDraft(calendar, it.seed(), it.parties(), it.units(), it.criteria(), it.papers(), it.shares());
    }

    private static Calendar calendar(Calendar it, java.time.Instant closes, int offerDays) {
        return new Calendar(
                it.opensAt(),
                closes,
                it.drawAt(),
                it.resultsOn(),
                it.objectionsUntil(),
                it.startsOn(),
                it.waitingUntil(),
                offerDays);
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act::run)
                .extracting(Refusal::code)
                .isEqualTo("spaces.call.refusal." + code);
    }
}
