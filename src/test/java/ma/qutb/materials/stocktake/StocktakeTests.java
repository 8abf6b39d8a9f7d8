package ma.qutb.materials.stocktake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Lots;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.Taking;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.counter.SellingAtTheCounter;
import ma.qutb.materials.counter.TestCounter;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;

@MaterialsModuleTest
@Import(TestCounter.class)
class StocktakeTests {

    private static final Authentication CLERK = TestActor.with(Code.COUNT, Code.APPROVE_COUNT);

    @Autowired
    CountingStock counting;

    @Autowired
    ApprovingCounts approving;

    @Autowired
    StocktakeTable stocktakes;

    @Autowired
    SellingAtTheCounter selling;

    @Autowired
    TestCounter counter;

    @Autowired
    TestPoint points;

    @Autowired
    FundAccounts accounts;

    @Autowired
    Lots lots;

    @Autowired
    Balances balances;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc web;

    private SalePoint point;
    private LotAtPoint lot;
    private UUID scale;
    private UUID stocktake;

    @BeforeEach
    void beginACount() {
        clock.forward(Duration.ofMinutes(1));
        counter.quote("12.50");
        point = counter.open();
        lot = points.silver(point, 1_000_000, 999, 10_000_00);
        scale = UUID.randomUUID();
        // A jeweller's scale of class II: e is 10 mg.
        database.sql("""
                        insert into materials.scale (id, sale_point_id, name, class, interval_mg, capacity_mg, version)
                        values (:id, :point, 'Kern', 'II', 10, 3000000, 1)
                        """).param("id", scale).param("point", point.id().value()).update();
        stocktake = counting.begin(Ids.next(), point, scale, TestCounter.CLERK);
    }

    @Test
    void whatIsMissingIsPostedWhenAnotherPersonApproves() {
        weigh(990_000);
        counting.explain(stocktake, lot.lot().id(), Cause.THEFT, "كسر القفل ليلا");
        counting.finish(stocktake, TestCounter.CLERK);
        assertThat(left().weight()).isEqualTo(1_000_000);
        refused("same-person", () -> approving.approve(stocktake, TestCounter.CLERK));

        approving.approve(stocktake, TestCounter.DIRECTOR);

        assertThat(left()).isEqualTo(new Taking(990_000, 989_010, 9_900_00));
        assertThat(balances.of(accounts.of(point, ChartRole.THEFT, "MAD"))).isEqualTo(100_00);
        assertThat(balances.of(accounts.of(point, ChartRole.THEFT, "AG_GROSS"))).isEqualTo(10_000);
        assertThat(balances.of(accounts.of(point, ChartRole.THEFT, "AG_FINE"))).isEqualTo(9_990);
        refused("not-waiting", () -> approving.approve(stocktake, TestCounter.DIRECTOR));
        refused("over", () -> counting.weigh(stocktake, lot.lot().id()));
    }

    @Test
    void aSaleDuringTheCountDoesNotChangeTheDifference() {
        counting.weigh(stocktake, lot.lot().id());
        selling.sell(counter.cash(point, counter.jeweller(), 250_000), TestCounter.CLERK);
        counting.count(stocktake, lot.lot().id(), 999_000, TestCounter.CLERK);

        var count = count();
        assertThat(count.book()).isEqualTo(1_000_000);
        assertThat(count.variance()).isEqualTo(-1_000);

        counting.explain(stocktake, lot.lot().id(), Cause.ERROR, "وزن قديم");
        counting.finish(stocktake, TestCounter.CLERK);
        approving.approve(stocktake, TestCounter.DIRECTOR);
        assertThat(left().weight()).isEqualTo(749_000);
    }

    @Test
    void aSaleBeforeTheLotIsWeighedIsInTheBooksItIsComparedWith() {
        selling.sell(counter.cash(point, counter.jeweller(), 250_000), TestCounter.CLERK);
        weigh(750_000);

        assertThat(count().variance()).isZero();
    }

    @Test
    void aCountEnteredTwiceCountsOnceAndAnotherWeightIsRefused() {
        weigh(999_990);
        var first = count();
        counting.count(stocktake, lot.lot().id(), 999_990, TestCounter.CLERK);
        refused("counted", () -> counting.count(stocktake, lot.lot().id(), 1_000_000, TestCounter.CLERK));
        counting.weigh(stocktake, lot.lot().id());

        assertThat(count()).isEqualTo(first);
        assertThatThrownBy(
                        () -> database.sql("update materials.stocktake_line set counted = 1 where stocktake_id = :id")
                                .param("id", stocktake)
                                .update())
                .hasMessageContaining("stocktake_line_counted_once");
    }

    @Test
    void whatTheScaleMayBeWrongByNeedsNoReasonAndChangesNothing() {
        weigh(999_970);

        assertThat(count().tolerance()).isEqualTo(30);
        assertThat(count().within()).isTrue();
        refused(
                "nothing-to-explain",
                () -> counting.explain(stocktake, lot.lot().id(), Cause.LOSS, "x"));
        counting.finish(stocktake, TestCounter.CLERK);
        approving.approve(stocktake, TestCounter.DIRECTOR);
        assertThat(left().weight()).isEqualTo(1_000_000);
    }

    @Test
    void aSurplusIsPutIntoTheBooksAtTheCostOfItsLot() {
        weigh(1_001_000);
        refused("surplus", () -> counting.explain(stocktake, lot.lot().id(), Cause.THEFT, "x"));
        counting.explain(stocktake, lot.lot().id(), Cause.ERROR, "خطأ عند الاستلام");
        counting.finish(stocktake, TestCounter.CLERK);
        approving.approve(stocktake, TestCounter.DIRECTOR);

        assertThat(left()).isEqualTo(new Taking(1_001_000, 999_999, 10_010_00));
        assertThat(balances.of(accounts.of(point, ChartRole.COUNTING_DIFFERENCE, "MAD")))
                .isEqualTo(-10_00);
    }

    @Test
    void anUnfinishedCountCannotBeEndedNorApproved() {
        refused("uncounted", () -> counting.finish(stocktake, TestCounter.CLERK));
        refused("not-weighed", () -> counting.count(stocktake, lot.lot().id(), 1, TestCounter.CLERK));
        refused("not-waiting", () -> approving.approve(stocktake, TestCounter.DIRECTOR));
        weigh(900_000);
        refused("unexplained", () -> counting.finish(stocktake, TestCounter.CLERK));
        refused("reason", () -> counting.explain(stocktake, lot.lot().id(), Cause.LOSS, " "));
        refused("going-on", () -> counting.begin(Ids.next(), point, scale, TestCounter.CLERK));
        refused("scale", () -> counting.begin(Ids.next(), points.open(), scale, TestCounter.CLERK));
        var elsewhere = points.silver(points.open(), 1_000, 999, 10_00);
        refused("not-here", () -> counting.weigh(stocktake, elsewhere.lot().id()));
    }

    @Test
    void aRejectedCountLeavesTheBooksAsTheyAreAndAnotherMayBegin() {
        weigh(1);
        counting.explain(stocktake, lot.lot().id(), Cause.LOSS, "وزن خاطئ");
        counting.finish(stocktake, TestCounter.CLERK);
        approving.reject(stocktake, TestCounter.DIRECTOR);

        assertThat(left().weight()).isEqualTo(1_000_000);
        assertThat(counting.begin(Ids.next(), point, scale, TestCounter.CLERK)).isNotEqualTo(stocktake);
    }

    @Test
    void theTolerancesAreThoseOfTheAccuracyClasses() {
        assertThat(ScaleClass.I.tolerance(1, 50_000)).isEqualTo(1);
        assertThat(ScaleClass.I.tolerance(1, 50_001)).isEqualTo(2);
        assertThat(ScaleClass.I.tolerance(1, 200_001)).isEqualTo(3);
        assertThat(ScaleClass.II.tolerance(10, 50_000)).isEqualTo(10);
        assertThat(ScaleClass.II.tolerance(10, 200_000)).isEqualTo(20);
        assertThat(ScaleClass.III.tolerance(100, 200_001)).isEqualTo(300);
        assertThat(ScaleClass.IIII.tolerance(1_000, 50_000)).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void thePagesAreBlindUntilALotIsCounted(String language) throws Exception {
        var path = "/app/stocktakes/" + stocktake;
        shown(path, language, not(containsString("1.000,000")), not(containsString("1\u202f000,000")));
        web.perform(post(path + "/lots/" + lot.lot().id() + "/weighing")
                        .with(csrf())
                        .with(authentication(CLERK)))
                .andExpect(status().is3xxRedirection());
        shown(
                path + "/lots/" + lot.lot().id(),
                language,
                not(containsString("999")),
                containsString("name=\"weight\""));
        web.perform(post(path + "/lots/" + lot.lot().id() + "/count")
                        .param("weight", "x")
                        .with(csrf())
                        .with(authentication(CLERK)))
                .andExpect(status().isUnprocessableContent());
        web.perform(post(path + "/lots/" + lot.lot().id() + "/count")
                        .param("weight", "998,5")
                        .with(csrf())
                        .with(authentication(CLERK)))
                .andExpect(status().is3xxRedirection());
        shown(path, language, containsString("name=\"cause\""), containsString("998"));
        web.perform(post(path + "/lots/" + lot.lot().id() + "/reason")
                        .param("cause", "loss")
                        .param("reason", "برادة")
                        .with(csrf())
                        .with(authentication(CLERK)))
                .andExpect(status().is3xxRedirection());
        web.perform(post(path + "/end").with(csrf()).with(authentication(CLERK)))
                .andExpect(status().is3xxRedirection());
        shown(path, language, containsString("برادة"), containsString("q-note"));
        web.perform(post(path + "/approval").with(csrf()).with(authentication(TestActor.with(Code.COUNT))))
                .andExpect(status().isForbidden());
        web.perform(post(path + "/approval")
                        .with(csrf())
                        .with(authentication(TestActor.with(Code.COUNT, Code.APPROVE_COUNT))))
                .andExpect(status().is3xxRedirection());
        assertThat(left().weight()).isEqualTo(998_500);
        shown("/app/stocktakes", language, containsString(path), containsString("name=\"scale\""));
    }

    @SafeVarargs
    private void shown(String path, String language, org.hamcrest.Matcher<String>... expected) throws Exception {
        web.perform(get(path).cookie(new Cookie("lang", language)).with(authentication(CLERK)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(expected)))
                .andExpect(content().string(not(containsString("[materials."))));
    }

    private void weigh(long milligrams) {
        counting.weigh(stocktake, lot.lot().id());
        counting.count(stocktake, lot.lot().id(), milligrams, TestCounter.CLERK);
    }

    private Stocktake.Count count() {
        return stocktakes
                .find(stocktake)
                .orElseThrow()
                .line(lot.lot().id())
                .orElseThrow()
                .count()
                .orElseThrow();
    }

    private Taking left() {
        return lots.at(point.id(), lot.lot().id()).orElseThrow().left();
    }

    private static void refused(String why, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage("materials.stocktake.refusal." + why);
    }
}
