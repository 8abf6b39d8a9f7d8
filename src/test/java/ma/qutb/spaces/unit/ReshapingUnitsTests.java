package ma.qutb.spaces.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.spaces.Shape;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.TestSite;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.unit.ReshapingUnits.Piece;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Units are split and merged; what is let stays as it is. */
@SpacesModuleTest
class ReshapingUnitsTests {

    private static final String REASON = "طلب تعاونيتين صغيرتين";
    private static final List<Piece> HALVES =
            List.of(new Piece("5/A", Optional.of(800)), new Piece("5/B", Optional.of(1200)));

    @Autowired
    TestSite test;

    @Autowired
    ReshapingUnits reshaping;

    @Autowired
    KeepingUnits keeping;

    @Autowired
    Occupying occupying;

    @Autowired
    UnitHistory history;

    @Autowired
    Units units;

    @Autowired
    JdbcClient database;

    SiteId site;
    Unit shop;
    LocalDate today;

    @BeforeEach
    void aSiteOfTwentyShops() {
        site = test.drawn(20);
        shop = test.unit(site, "5");
        today = test.today();
    }

    @Test
    void aSplitUnitEndsAndItsPartsBeginWithTheirLineage() {
        var parts = reshaping.split(shop.id(), today, HALVES, REASON);

        assertThat(units.find(shop.id()).orElseThrow().until()).contains(today);
        assertThat(units.of(site, today))
                .extracting(Unit::number)
                .contains("5/A", "5/B")
                .doesNotContain("5");
        assertThat(units.of(site, today.minusDays(1)))
                .extracting(Unit::number)
                .contains("5")
                .doesNotContain("5/A");
        var first = units.find(parts.getFirst()).orElseThrow();
        assertThat(first.shape()).contains(Shape.rectangle(2000, 0, 200, 400));
        assertThat(history.kin(parts.getFirst())).singleElement().satisfies(it -> {
            assertThat(it.number()).isEqualTo("5");
            assertThat(it.earlier()).isTrue();
            assertThat(it.reason()).isEqualTo(REASON);
        });
        assertThat(history.kin(shop.id())).extracting(UnitHistory.Kin::number).containsExactly("5/A", "5/B");
        assertThat(history.state(parts.getFirst(), today)).contains("free");
        assertThat(history.state(shop.id(), today)).isEmpty();
    }

    @Test
    void mergedUnitsStandWallToWallAndBecomeOne() {
        var both = List.of(shop.id(), test.unit(site, "6").id());
        var merged = units.find(reshaping.merge(both, today, "5", REASON)).orElseThrow();

        assertThat(merged.number()).isEqualTo("5");
        assertThat(merged.area()).contains(4000);
        assertThat(merged.shape()).contains(Shape.rectangle(2000, 0, 1000, 400));
        assertThat(history.kin(merged.id())).extracting(UnitHistory.Kin::number).containsExactly("5", "6");
        assertThat(units.of(site, today)).hasSize(19);
    }

    @Test
    void unitsApartAreNotMerged() {
        refused(
                "apart",
                () -> reshaping.merge(List.of(shop.id(), test.unit(site, "8").id()), today, "5", REASON));
        var elsewhere = test.unit(test.drawn(1), "1");
        refused("apart", () -> reshaping.merge(List.of(shop.id(), elsewhere.id()), today, "5", REASON));
        refused("two-pieces", () -> reshaping.merge(List.of(shop.id(), shop.id()), today, "5", REASON));
    }

    @Test
    void aUnitIsNeitherSplitNorMergedWhileItIsLet() {
        test.let(shop, today.minusMonths(3), Optional.of(today.plusMonths(2)));

        refused("let", () -> reshaping.split(shop.id(), today, HALVES, REASON));
        refused("let", () -> reshaping.merge(List.of(test.unit(site, "6").id(), shop.id()), today, "5", REASON));
        assertThat(units.of(site, today)).hasSize(20);

        reshaping.split(shop.id(), today.plusMonths(2), HALVES, REASON);
        assertThat(units.of(site, today.plusMonths(2))).extracting(Unit::number).contains("5/A");
    }

    @Test
    void aUnitPromisedForLaterIsNotSplitEither() {
        test.reserve(shop, today.plusMonths(1));

        refused("let", () -> reshaping.split(shop.id(), today, HALVES, REASON));
    }

    @Test
    void theDatabaseItselfLetsNoUnitEndWhileItIsLet() {
        test.let(shop, today.minusMonths(1), Optional.empty());
        database.sql("delete from spaces.unit_state where unit_id = :id")
                .param("id", shop.id().value())
                .update();

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> database.sql(
                                "update spaces.unit set during = daterange(lower(during), :day) where id = :id")
                        .param("day", today)
                        .param("id", shop.id().value())
                        .update())
                .withMessageContaining("occupancy_while_unit_exists");
    }

    @Test
    void aUnitThatIsNoMoreIsNotSplitAgain() {
        reshaping.split(shop.id(), today, HALVES, REASON);

        refused("not-there", () -> reshaping.split(shop.id(), today, HALVES, REASON));
        refused("not-there", () -> keeping.change(shop.id(), "closed", today, ""));
        refused("unknown", () -> reshaping.split(UnitId.next(), today, HALVES, REASON));
    }

    @Test
    void thePartsAreTwoOrMoreWithNumbersOfTheirOwnAndNoLargerThanTheWhole() {
        refused("two-pieces", () -> reshaping.split(shop.id(), today, HALVES.subList(0, 1), REASON));
        var twins = List.of(new Piece("5/A", Optional.empty()), new Piece("5/A", Optional.empty()));
        refused("same-number", () -> reshaping.split(shop.id(), today, twins, REASON));
        var large = List.of(new Piece("5/A", Optional.of(1500)), new Piece("5/B", Optional.of(600)));
        refused("too-much-area", () -> reshaping.split(shop.id(), today, large, REASON));
        var taken = List.of(new Piece("6", Optional.empty()), new Piece("5/B", Optional.empty()));
        refused("number-taken", () -> reshaping.split(shop.id(), today, taken, REASON));
    }

    @Test
    void oneUnitIsHadByOnePartyAtATime() {
        test.let(shop, today, Optional.of(today.plusMonths(1)));

        refused("taken", () -> test.let(shop, today.plusDays(20), Optional.empty()));
        test.let(shop, today.plusMonths(1), Optional.empty());
        refused(
                "not-all-the-time",
                () -> occupying.occupy(
                        test.unit(site, "6").id(),
                        test.somebody(),
                        Optional.of(new CraftCode("JEW")),
                        Occupying.Kind.LEASE,
                        today.minusYears(3),
                        Optional.of(today)));
    }

    @Test
    void aStateHoldsFromADayAndLaterOnesAreNotOverwritten() {
        keeping.change(shop.id(), "closed", today.minusDays(10), "السقف");

        assertThat(history.state(shop.id(), today.minusDays(11))).contains("free");
        assertThat(history.state(shop.id(), today)).contains("closed");
        refused("later-known", () -> keeping.change(shop.id(), "ready", today.minusDays(20), ""));
        keeping.change(shop.id(), "ready", today, "");
        assertThat(history.stages(shop.id()))
                .extracting(UnitHistory.Stage::state)
                .containsExactly("ready", "closed", "ready");
    }

    @Test
    void whatIsFreeIsNeitherLetNorPromisedNorClosed() {
        test.let(test.unit(site, "1"), today.minusMonths(1), Optional.empty());
        test.reserve(test.unit(site, "2"), today.plusMonths(1));
        keeping.change(test.unit(site, "3").id(), "closed", today, "");
        test.let(test.unit(site, "4"), today.minusMonths(5), Optional.of(today));

        assertThat(units.free(site, today))
                .extracting(Unit::number)
                .doesNotContain("1", "2", "3")
                .contains("4", "5");
        assertThat(units.neighbours(units.of(site, today)).get(shop.id()))
                .containsExactlyInAnyOrder(
                        test.unit(site, "4").id(),
                        test.unit(site, "6").id(),
                        test.unit(site, "15").id());
    }

    @Test
    void aUnitIsCalledByANumberAndThreePhasesNeedPower() {
        refused("number-form", () -> NewUnit.checkNumber("خمسة"));
        refused(
                "no-power",
                () -> new NewUnit.Offers(false, 0, true, false, false, false, false, ma.qutb.spaces.Nuisance.NONE));
    }

    private static void refused(String last, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage("spaces.unit.refusal." + last);
    }
}
