package ma.qutb.spaces.lease;

import static ma.qutb.spaces.lease.TestLeases.MANAGER;
import static ma.qutb.spaces.lease.TestLeases.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.OrganisationCorrected;
import ma.qutb.registry.OrganisationId;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.OfferAccepted;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.TestSite;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.unit.Occupant;
import ma.qutb.spaces.unit.Occupying;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Contracts from the draft to their end. */
@SpacesModuleTest
class LeasingUnitsTests {

    private static final long RENT = 60_000;
    private static final CraftCode JEWELLERY = new CraftCode("JEW");

    @Autowired
    TestSite test;

    @Autowired
    TestLeases make;

    @Autowired
    LeasingUnits leasing;

    @Autowired
    ChangingLeases changing;

    @Autowired
    EndingLeases ending;

    @Autowired
    Leases leases;

    @Autowired
    Templates templates;

    @Autowired
    Occupying occupying;

    @Autowired
    Units units;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    SiteId site;
    Unit shop;
    LocalDate today;

    @BeforeEach
    void aSiteOfTenShops() {
        site = test.drawn(10);
        shop = test.unit(site, "4");
        today = test.today();
    }

    @Test
    void aLeaseIsWrittenPrintedSignedByBothAndThenTheUnitIsLet() {
        var id = make.draft(shop, today, 12, RENT);
        assertThat(state()).isEqualTo("reserved");
        refused("not-printed", () -> leasing.signByTenant(id, today, Optional.empty(), MANAGER));
        refused("tenant-first", () -> leasing.signByPole(id, today, MANAGER));

        make.sign(id, today);

        assertThat(state()).isEqualTo("let");
        assertThat(open(id).on(today)).isEqualTo("running");
        refused("not-open", () -> leasing.cancel(id, "خطأ", MANAGER));
    }

    @Test
    void whatIsSignedIsSignedOnADayThatHasCome() {
        var id = make.draft(shop, today, 12, RENT);
        database.sql("update spaces.lease set state = 'printed' where id = :id")
                .param("id", id.value())
                .update();
        refused("ahead", () -> leasing.signByTenant(id, today.plusDays(1), Optional.empty(), MANAGER));
    }

    @Test
    void aDraftThatComesToNothingFreesTheUnit() {
        var id = make.draft(shop, today, 12, RENT);
        leasing.cancel(id, "لم يحضر", MANAGER);
        assertThat(state()).isEqualTo("free");
        assertThat(open(id).on(today)).isEqualTo("cancelled");
    }

    @Test
    void aDraftIsCorrectedUntilItIsSigned() {
        var id = make.draft(shop, today, 12, RENT);
        leasing.correct(id, terms(shop.id(), make.cooperative(), today.plusDays(3), 24, RENT + 500), MANAGER);
        assertThat(open(id).terms().rentOn(today.plusDays(3))).isEqualTo(RENT + 500);
        assertThat(open(id).months()).isEqualTo(24);
    }

    @Test
    void twoClerksWhoLeaseOneShopAtOnceMakeOneLeaseAndOneRefusal() throws Exception {
        var shops = List.of(make.cooperative(), make.other());
        var outcomes = new ArrayList<String>();
        try (var clerks = Executors.newFixedThreadPool(2)) {
            var tasks = shops.stream()
                    .<Callable<LeaseId>>map(who -> () -> leasing.draft(terms(shop.id(), who, today, 12, RENT), MANAGER))
                    .toList();
            for (var task : clerks.invokeAll(tasks)) {
                try {
                    outcomes.add(task.get() == null ? "" : "leased");
                } catch (ExecutionException e) {
                    outcomes.add(((Refusal) e.getCause()).code());
                }
            }
        }
        assertThat(outcomes).containsExactlyInAnyOrder("leased", "spaces.unit.refusal.taken");
    }

    @Test
    void whatCannotBeLeasedIsRefused() {
        refused("rent", () -> make.draft(shop, today, 12, 0));
        refused("term", () -> make.draft(shop, today, 0, RENT));
        refused("index", () -> leasing.draft(with(shop, Optional.empty(), 300, 0), MANAGER));
        refused(
                "nobody",
                () -> leasing.draft(terms(shop.id(), Occupant.of(UUID.randomUUID(), false), today, 12, RENT), MANAGER));
        database.sql("update spaces.unit set crafts = '{JEW}' where id = :id")
                .param("id", shop.id().value())
                .update();
        refused("craft", () -> leasing.draft(with(shop, Optional.of(new CraftCode("TLR")), 0, 0), MANAGER));
        database.sql("update spaces.unit_state set state = 'closed' where unit_id = :id")
                .param("id", shop.id().value())
                .update();
        refused("not-ready", () -> leasing.draft(with(shop, Optional.of(JEWELLERY), 0, 0), MANAGER));
        database.sql("update spaces.unit set own_use = true where id = :id")
                .param("id", shop.id().value())
                .update();
        refused("own-use", () -> leasing.draft(with(shop, Optional.of(JEWELLERY), 0, 0), MANAGER));
    }

    @Test
    void anAcceptedOfferBecomesADraftThatTakesTheReservationOver() {
        var who = make.cooperative();
        occupying.occupy(shop.id(), who, Optional.empty(), Occupying.Kind.PLANNED, today, Optional.empty());
        var offer = new OfferAccepted(UUID.randomUUID(), shop.id().value(), who.party(), true, UUID.randomUUID());

        transaction.executeWithoutResult(status -> events.publishEvent(offer));
        transaction.executeWithoutResult(status -> events.publishEvent(offer));

        assertThat(of(shop.id()))
                .hasSize(1)
                .allSatisfy(it -> assertThat(it.on(today)).isEqualTo("draft"));
        var again = terms(test.unit(site, "5").id(), who, today, 12, RENT);
        refused(
                "offer-taken",
                () -> leasing.draft(
                        new NewLease(
                                again.unit(),
                                who,
                                Optional.empty(),
                                today,
                                12,
                                RENT,
                                0,
                                "",
                                0,
                                0,
                                "none",
                                Optional.of(offer.offer())),
                        MANAGER));
    }

    @Test
    void aRenewedLeaseGoesOnUnlessSomebodyElseHasTheUnitAfterwards() {
        var id = make.signed(shop, today, 12, RENT, today);
        changing.renew(id, 6, Optional.of(RENT + 1000), MANAGER);
        assertThat(open(id).terms().until()).isEqualTo(today.plusMonths(18));
        assertThat(open(id).terms().rentOn(today.plusMonths(13))).isEqualTo(RENT + 1000);

        leasing.draft(terms(shop.id(), make.other(), today.plusMonths(18), 12, RENT), MANAGER);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> changing.renew(id, 1, Optional.empty(), MANAGER))
                .withMessage("spaces.unit.refusal.taken");
        ending.notice(id, "tenant", today.plusMonths(3), "", MANAGER);
        refused("ends-already", () -> changing.renew(id, 1, Optional.empty(), MANAGER));
    }

    @Test
    void anotherRentIsAgreedFromADayWithinTheLease() {
        var id = make.signed(shop, today, 12, RENT, today);
        changing.changeRent(id, today.plusMonths(2), RENT * 2, "توسعة", MANAGER);
        refused("rent-that-day", () -> changing.changeRent(id, today.plusMonths(2), RENT, "خطأ", MANAGER));
        refused("outside", () -> changing.changeRent(id, today.minusDays(1), RENT, "خطأ", MANAGER));
        assertThat(open(id).terms().rentOn(today.plusMonths(2))).isEqualTo(RENT * 2);
    }

    @Test
    void noticeEndsALeaseOnItsLastDay() {
        var id = make.signed(shop, today, 12, RENT, today);
        refused("notice-ahead", () -> ending.notice(id, "pole", today.minusDays(1), "", MANAGER));
        ending.notice(id, "pole", today.plusMonths(3), "إعادة تهيئة", MANAGER);
        assertThat(open(id).on(today)).isEqualTo("notice");
        assertThat(open(id).on(today.plusMonths(3).plusDays(1))).isEqualTo("ended");
        assertThat(occupied(today.plusMonths(3))).isTrue();
        assertThat(occupied(today.plusMonths(3).plusDays(1))).isFalse();
    }

    @Test
    void aLeaseWhoseTenantDiedEndsOrIsTakenOver() {
        var id = make.signed(shop, today.minusMonths(2), 12, RENT, today);
        refused("ahead", () -> ending.tenantGone(id, today.plusDays(1), today.plusDays(2), "", MANAGER));
        refused("before-gone", () -> ending.tenantGone(id, today.minusDays(2), today.minusDays(3), "", MANAGER));
        var next = ending.takeOver(id, make.other(), today.plusDays(10), MANAGER);
        assertThat(open(id).on(today.plusDays(10))).isEqualTo("ended");
        assertThat(open(next).previous()).contains(id);
        assertThat(open(next).terms().from()).isEqualTo(today.plusDays(10));
        assertThat(open(next).terms().until()).isEqualTo(today.plusDays(10).plusMonths(9));
        refused("same-tenant", () -> {
            var again = make.signed(test.unit(site, "6"), today, 12, RENT, today);
            ending.takeOver(again, make.cooperative(), today.plusDays(3), MANAGER);
        });
    }

    @Test
    void aCooperativeThatIsDissolvedIsNoTenantForLong() {
        var body = organisation();
        var who = new Occupant.Body(body);
        var id = make.signed(terms(shop.id(), who, today, 12, RENT), today);
        database.sql("update registry.organisation set status = 'DISSOLVED', dissolved_on = :day where id = :id")
                .param("day", today)
                .param("id", body.value())
                .update();
        transaction.executeWithoutResult(status -> events.publishEvent(new OrganisationCorrected(body)));
        assertThat(open(id).tenant().gone()).contains(today);
        assertThat(open(id).tenant().goneWhy()).contains("dissolution");
        refused("tenant-gone", () -> leasing.draft(terms(test.unit(site, "7").id(), who, today, 12, RENT), MANAGER));
        refused("ends-already", () -> changing.renew(id, 3, Optional.empty(), MANAGER));

        ending.tenantGone(id, today, today, "تصفية", MANAGER);
        assertThat(open(id).on(today.plusDays(1))).isEqualTo("terminated");
    }

    @Test
    void aTerminatedLeaseEndsOnADayOfThePastToo() {
        var id = make.signed(shop, today.minusMonths(5), 12, RENT, today);
        ending.terminate(id, today.minusMonths(2), "هجر المحل", MANAGER);
        assertThat(open(id).on(today)).isEqualTo("terminated");
        refused("not-running", () -> changing.count(id, 1, 1, MANAGER));
    }

    @Test
    void subletShopsAreNotedAsABreachOfTheirClause() {
        var id = make.signed(shop, today, 12, RENT, today);
        var breach = changing.breach(id, "subletting", today, "وجد شخص آخر يشتغل في المحل", Optional.empty(), MANAGER);
        changing.remedied(id, breach, MANAGER);
        assertThat(database.sql("select remedied_on from spaces.lease_breach where id = :id")
                        .param("id", breach)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(today);
    }

    @Test
    void clausesOfAnotherDayLeaveEarlierContractsAsTheyAre() {
        var id = make.draft(shop, today, 12, RENT);
        var before = open(id).template();
        var day = today.plusYears(1).plusDays(Math.floorMod(System.identityHashCode(this), 3000));
        templates.add(day, List.of(new Templates.Clause(0, "other", "بند", "clause")), "نزهة");
        assertThat(open(id).template()).isEqualTo(before);
        assertThat(templates.on(day).orElseThrow().clauses()).hasSize(1);
        refused(
                "template-that-day",
                () -> templates.add(day, List.of(new Templates.Clause(0, "other", "بند", "clause")), "نزهة"));
        refused("no-clauses", () -> templates.add(day.plusDays(1), List.of(), "نزهة"));
    }

    private NewLease with(Unit unit, Optional<CraftCode> craft, int points, int months) {
        return new NewLease(
                unit.id(), make.cooperative(), craft, today, 12, RENT, 0, "", points, months, "none", Optional.empty());
    }

    private OrganisationId organisation() {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into registry.organisation (id, name_ar, name_latin, legal_form, partner, supplier, status, demonstration, registered_at,
                            version, territory_code)
                        values (:id, 'تعاونية للاختبار', 'Coopérative d’essai', 'COOPERATIVE', false, false, 'ACTIVE', false, now(), 1, 'C-GUE')
                        """).param("id", id).update();
        return new OrganisationId(id);
    }

    private List<Lease> of(UnitId unit) {
        return database
                .sql("select id from spaces.lease where unit_id = :unit")
                .param("unit", unit.value())
                .query((row, number) -> new LeaseId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .map(this::open)
                .toList();
    }

    private boolean occupied(LocalDate day) {
        return database.sql("select exists (select from spaces.occupancy where unit_id = :unit and during @> :day)")
                .param("unit", shop.id().value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private String state() {
        return database.sql("select state from spaces.unit_on(:day) where id = :id")
                .param("day", today)
                .param("id", shop.id().value())
                .query(String.class)
                .single();
    }

    private Lease open(LeaseId id) {
        return leases.find(id).orElseThrow();
    }

    private static void refused(String refusal, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage("spaces.lease.refusal." + refusal);
    }
}
