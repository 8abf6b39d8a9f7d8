package ma.qutb.materials.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.point.Conventions.Party;
import ma.qutb.materials.point.Conventions.Signed;
import ma.qutb.materials.reference.Principles;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.PersonId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MaterialsModuleTest
class PointTests {

    @Autowired
    TestPoint test;

    @Autowired
    OpeningPoints opening;

    @Autowired
    RunningPoints running;

    @Autowired
    Conventions conventions;

    @Autowired
    Equipment equipment;

    @Autowired
    SalePoints points;

    @Autowired
    Principles principles;

    @Autowired
    JdbcClient database;

    @Autowired
    StandingClock clock;

    SalePoint point;

    @BeforeEach
    void aPoint() {
        point = test.open();
    }

    @Test
    void thePointOfGuelmimIsPreparedOnceAsThePublicationsTell() {
        var id = database.sql("select id from materials.sale_point where reference_code = 'SP-GUE-SILV'")
                .query(UUID.class)
                .single();
        var guelmim = points.find(new ma.qutb.materials.SalePointId(id)).orElseThrow();

        assertThat(guelmim.name().arabic()).isEqualTo("نقطة بيع الفضة الخام بكلميم");
        assertThat(guelmim.territory().value()).isEqualTo("C-GUE");
        assertThat(guelmim.managedBy()).isEqualTo(test.cooperative());
        assertThat(guelmim.openedOn()).as("when it opened is not published").isEmpty();
        assertThat(principles.all())
                .extracting(Principles.Told::code)
                .containsExactly("RUL-04", "RUL-05", "RUL-06", "RUL-07", "RUL-08");
        assertThat(principles.of(guelmim.id()))
                .get()
                .extracting(Principles.Told::locator)
                .isEqualTo("1:3");
    }

    @Test
    void aPointIsPreparedThenOpenedByWhoManagesIt() {
        var id = opening.prepareIn(
                Optional.of(point.fund()),
                unique(),
                new LocalName("نقطة", "Point", "Point"),
                TestPoint.GUELMIM,
                Optional.empty());
        var fresh = points.find(id).orElseThrow();
        assertThat(fresh.openOn(clock.today())).isFalse();
        assertThat(points.tills(id)).hasSize(1);
        refused("materials.point.refusal.nobody-manages", () -> opening.open(id, clock.today()));

        running.describe(id, new RunningPoints.Details(test.cooperative(), "", null, "", null, "", null));
        opening.open(id, clock.today());
        assertThat(points.find(id).orElseThrow().openOn(clock.today())).isTrue();
        refused("materials.point.refusal.open", () -> opening.open(id, clock.today()));
    }

    @Test
    void codesAreShortAndUnique() {
        refused(
                "materials.point.refusal.code-form",
                () -> opening.newFund("صندوق", new LocalName("أ", "A", "A"), TestPoint.GUELMIM, false));
        refused(
                "materials.fund.refusal.code-taken",
                () -> opening.newFund(point.fund().code(), new LocalName("أ", "A", "A"), TestPoint.GUELMIM, false));
        refused(
                "materials.point.refusal.code-taken",
                () -> opening.prepare(new NewPoint(
                        point.fund().id(),
                        point.code(),
                        new LocalName("أ", "A", "A"),
                        TestPoint.GUELMIM,
                        Optional.empty(),
                        false)));
        refused("materials.point.refusal.till-taken", () -> opening.setUpTill(point, "1"));
    }

    @Test
    void aConventionNamesItsPartiesSeedAndReviews() {
        var today = clock.today();
        var key = UUID.randomUUID();
        var signed = signed(
                key,
                today.minusYears(1),
                List.of(known("التسيير"), named("المنتدى", "المواكبة")),
                Optional.of(200_000_00L));
        var id = conventions.sign(signed);
        assertThat(conventions.sign(signed)).as("a form sent twice").isEqualTo(id);

        conventions.hold(id, today.minusDays(10), today, "تمدد الاتفاقية");
        assertThat(conventions.of(point.id())).singleElement().satisfies(it -> {
            assertThat(it.parties()).extracting(Party::duties).containsExactly("التسيير", "المواكبة");
            assertThat(it.seed()).contains(200_000_00L);
            assertThat(it.reviews()).extracting(Conventions.Review::outcome).containsExactly("تمدد الاتفاقية", "");
            assertThat(it.reviews().getLast().overdue(today)).isFalse();
        });
    }

    @Test
    void whatIsNoConventionIsRefused() {
        var today = clock.today();
        var two = List.of(known(""), named("المنتدى", ""));
        refused(
                "materials.convention.refusal.parties",
                () -> conventions.sign(signed(UUID.randomUUID(), today, List.of(known("")), Optional.empty())));
        refused(
                "materials.convention.refusal.twice",
                () -> conventions.sign(
                        signed(UUID.randomUUID(), today, List.of(known(""), known("")), Optional.empty())));
        refused(
                "materials.convention.refusal.ahead",
                () -> conventions.sign(signed(UUID.randomUUID(), today.plusDays(1), two, Optional.empty())));
        refused(
                "materials.convention.refusal.seed",
                () -> conventions.sign(signed(UUID.randomUUID(), today, two, Optional.of(0L))));
        refused(
                "materials.convention.refusal.ends",
                () -> conventions.sign(new Signed(
                        UUID.randomUUID(),
                        point.id(),
                        "",
                        today,
                        Optional.of(today),
                        Optional.empty(),
                        Optional.empty(),
                        two,
                        List.of())));
        refused("materials.convention.refusal.outcome", () -> conventions.hold(UUID.randomUUID(), today, today, " "));
        refused(
                "materials.convention.refusal.ahead",
                () -> conventions.hold(UUID.randomUUID(), today, today.plusDays(1), "نعم"));
    }

    @Test
    void aScaleWithoutValidCalibrationWarns() {
        var today = clock.today();
        var id = equipment.addScale(point.id(), "ميزان الشباك", "S-1", "II", 10, 600_000);
        assertThat(scale(id).expired(today)).isTrue();

        equipment.calibrate(id, today.minusYears(1), today.plusDays(1), Optional.empty());
        assertThat(scale(id).expired(today)).isFalse();
        assertThat(scale(id).expiresSoon(today)).isTrue();
        assertThat(scale(id).expired(today.plusDays(1))).as("the day it ends").isTrue();

        refused("materials.scale.refusal.capacity", () -> equipment.addScale(point.id(), "x", "", "II", 10, 10));
        refused(
                "materials.scale.refusal.calibration",
                () -> equipment.calibrate(id, today.plusDays(1), today.plusDays(2), Optional.empty()));
        refused("materials.scale.refusal.calibration", () -> equipment.calibrate(id, today, today, Optional.empty()));
    }

    @Test
    void hoursBankAndClerksAreKept() {
        running.setHours(point.id(), List.of(new RunningPoints.Hours(1, LocalTime.of(9, 0), LocalTime.of(17, 0))));
        assertThat(running.hours(point.id())).hasSize(1);
        refused(
                "materials.point.refusal.hours",
                () -> running.setHours(
                        point.id(), List.of(new RunningPoints.Hours(1, LocalTime.of(17, 0), LocalTime.of(9, 0)))));
        refused(
                "materials.point.refusal.rib",
                () -> running.describe(
                        point.id(), new RunningPoints.Details(test.cooperative(), "", null, "", "123", "", null)));

        var person = database.sql("select id from registry.person limit 1")
                .query(UUID.class)
                .single();
        running.addClerk(point.id(), new PersonId(person), clock.today().minusDays(3));
        refused(
                "materials.point.refusal.clerk",
                () -> running.addClerk(point.id(), new PersonId(person), clock.today()));
        running.endClerk(point.id(), running.clerks(point.id()).getFirst().id());
        assertThat(running.clerks(point.id())).isEmpty();
    }

    @Test
    void aPointClosesWhenNothingIsLeftInIt() {
        test.silver(point, 1_000, 925, 10_00);
        refused("materials.point.refusal.not-empty", () -> running.close(point));

        var empty = test.open();
        running.close(empty);
        assertThat(points.find(empty.id()).orElseThrow().openOn(clock.today())).isFalse();
        refused("materials.point.refusal.not-open", () -> running.close(empty));
    }

    @Test
    void theDatabaseKeepsWhatIsPromised() {
        breaks("sale_point_rib_form", "update materials.sale_point set bank_rib = 'x' where id = :id");
        breaks("sale_point_in_its_territories", "update materials.sale_point set territories = '{}' where id = :id");
        breaks(
                "sale_point_closes_after_opening",
                "update materials.sale_point set closed_on = opened_on - 1 where id = :id");
        breaks(
                "scale_class_known",
                "insert into materials.scale values (gen_random_uuid(), :id, 'x', '', 'V', 1, 2, null, null, null, null, 1)");
        breaks(
                "scale_capacity_above_interval",
                "insert into materials.scale values (gen_random_uuid(), :id, 'x', '', 'I', 2, 2, null, null, null, null, 1)");
        breaks("opening_hours_last", "insert into materials.opening_hours values (:id, 1, '10:00', '09:00')");
        breaks(
                "fineness_once_at_a_time",
                "insert into materials.fineness select 'SILVER', 9250, '2020-01-01' where :id::uuid is not null");
        breaks("lot_silver_has_fineness", """
                insert into materials.lot (id, number, fund_id, material_code, origin, weight, fine, cost_centimes, received_on, demonstration)
                select gen_random_uuid(), nextval('materials.lot_number'), fund_id, 'SILVER', 'found', 1, 0, 0, '2026-01-01', false
                  from materials.sale_point where id = :id""");
        breaks("lot_fine_as_weighed", """
                insert into materials.lot (id, number, fund_id, material_code, origin, weight, fineness, fine, cost_centimes, received_on, demonstration)
                select gen_random_uuid(), nextval('materials.lot_number'), fund_id, 'SILVER', 'found', 1000, 9250, 924, 0, '2026-01-01', false
                  from materials.sale_point where id = :id""");
    }

    private void breaks(String constraint, String statement) {
        assertThatThrownBy(() ->
                        database.sql(statement).param("id", point.id().value()).update())
                .hasMessageContaining("\"" + constraint + "\"");
    }

    private Equipment.Scale scale(UUID id) {
        return equipment.scales(point.id()).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Signed signed(UUID key, LocalDate day, List<Party> parties, Optional<Long> seed) {
        return new Signed(
                key,
                point.id(),
                "12/2026",
                day,
                Optional.of(day.plusYears(3)),
                seed,
                Optional.empty(),
                parties,
                List.of(clock.today().minusDays(10), clock.today().plusDays(10)));
    }

    private Party known(String duties) {
        return new Party(test.cooperative(), "", duties);
    }

    private static Party named(String name, String duties) {
        return new Party(Optional.empty(), name, duties);
    }

    private static String unique() {
        return "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).withMessage(code);
    }
}
