package ma.qutb.materials.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import ma.qutb.materials.UnitPrice;
import org.junit.jupiter.api.Test;

/** The simulator beside the same story told in decimals of any length; one again: {@code -Dqutb.fund.seed=…}. */
class SimulationTests {

    private static final int CASES = 5_000;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    @Test
    void aProfitOfTenThousandDirhamsCanBeALossOfASixthOfTheSilver() {
        var months = Simulation.of(Scenario.example());

        var begun = months.getFirst();
        assertThat(begun.held().fine()).isEqualTo(20_000_000);
        assertThat(begun.physical().share()).isEqualTo(10_000);
        var after = months.getLast();
        assertThat(after.sales()).isEqualTo(21_000_000);
        assertThat(after.profit()).isEqualTo(1_000_000);
        assertThat(after.nominal()).isEqualTo(new CapitalTest(21_000_000, 20_000_000));
        assertThat(after.nominal().passed()).isTrue();
        assertThat(after.held().fine()).isEqualTo(16_800_000);
        assertThat(after.physical()).isEqualTo(new CapitalTest(16_800_000, 20_000_000));
        assertThat(after.physical().passed()).isFalse();
        assertThat(after.physical().share()).isEqualTo(8_400);
    }

    @Test
    void soldAtReplacementTheSameFundKeepsItsSilver() {
        var it = Scenario.example();
        var wise = new Scenario(it.capital(), it.prices(), Policy.HIGHER, it.margin(), it.sold(), 0, 0, 0, 0);

        assertThat(Simulation.of(wise).getLast().physical()).isEqualTo(new CapitalTest(21_000_000, 20_000_000));
    }

    @Test
    void thePriceMovesEvenlyAndThenStays() {
        assertThat(Scenario.moving(price(1_000), price(1_250), 2, 4))
                .containsExactly(price(1_000), price(1_125), price(1_250), price(1_250), price(1_250));
        assertThat(Scenario.moving(price(1_250), price(999), 2, 2))
                .containsExactly(price(1_250), price(1_124), price(999));
        assertThat(Scenario.moving(price(1_000), price(1_250), 0, 1)).containsExactly(price(1_250), price(1_250));
    }

    @Test
    void creditIsMissingUntilItIsDueAndWhatIsNeverPaidIsGone() {
        var thousand = price(1_000_000);
        var months = Simulation.of(new Scenario(
                1_000_000,
                List.of(thousand, thousand, thousand, thousand),
                Policy.COST,
                0,
                10_000,
                10_000,
                2,
                5_000,
                0));

        assertThat(months.get(1).held().receivables()).isEqualTo(1_000_000);
        assertThat(months.get(1).held().fine()).isZero();
        assertThat(months.get(2).held().receivables()).isEqualTo(1_000_000);
        assertThat(months.get(3).held().receivables()).isZero();
        assertThat(months.get(3).held().fine()).isEqualTo(500_000);
        assertThat(months.get(3).nominal().share()).isEqualTo(5_000);
    }

    @Test
    void everyMonthIsThatOfTheModel() {
        var only = Long.getLong("qutb.fund.seed");
        for (long seed = only == null ? 1 : only; seed <= (only == null ? CASES : only); seed++) {
            var scenario =
                    scenario(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
            assertThat(Simulation.of(scenario).stream().map(Simulation.Month::held))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(model(scenario));
        }
    }

    private static UnitPrice price(long perMillion) {
        return new UnitPrice(perMillion);
    }

    private static Scenario scenario(RandomGenerator random) {
        int months = 1 + random.nextInt(24);
        var prices = new ArrayList<UnitPrice>();
        prices.add(new UnitPrice(500_000 + random.nextLong(2_000_000)));
        for (int i = 1; i <= months; i++) {
            prices.add(new UnitPrice(prices.getLast().perMillion() * (80 + random.nextInt(45)) / 100 + 1));
        }
        return new Scenario(
                random.nextLong(50_000_000),
                prices,
                Policy.values()[random.nextInt(3)],
                random.nextLong(2_000),
                random.nextBoolean() ? 10_000 : random.nextLong(10_001),
                random.nextLong(10_001),
                random.nextInt(7),
                random.nextLong(10_001),
                random.nextBoolean() ? 0 : random.nextLong(2_000));
    }

    /** Sums over the whole story instead of a running state, without the class's own arithmetic. */
    private static List<Holdings> model(Scenario it) {
        var lines = new ArrayList<Holdings>();
        var lent = new ArrayList<BigDecimal>();
        var cash = BigDecimal.valueOf(it.capital());
        var fine = BigDecimal.ZERO;
        var cost = BigDecimal.ZERO;
        for (int month = 0; month <= it.months(); month++) {
            var price = BigDecimal.valueOf(it.prices().get(month).perMillion());
            if (month > 0) {
                var lost = part(fine, it.lost());
                cost = cost.subtract(costOf(lost, fine, cost));
                fine = fine.subtract(lost);
                var sold = part(fine, it.sold());
                var taken = costOf(sold, fine, cost);
                var worth = half(sold.multiply(price).divide(MILLION, 9, RoundingMode.UNNECESSARY));
                var base = switch (it.policy()) {
                    case COST -> taken;
                    case REPLACEMENT -> worth;
                    case HIGHER -> taken.max(worth);
                };
                var sales = part(base, 10_000 + it.margin());
                lent.add(part(sales, it.credit()));
                cash = cash.add(sales).subtract(lent.getLast());
                fine = fine.subtract(sold);
                cost = cost.subtract(taken);
                if (month > it.term()) {
                    var due = lent.get(month - 1 - it.term());
                    cash = cash.add(due).subtract(part(due, it.unpaid()));
                }
            }
            var bought = cash.multiply(MILLION).divide(price, 0, RoundingMode.FLOOR);
            var paid = half(bought.multiply(price).divide(MILLION, 9, RoundingMode.UNNECESSARY));
            fine = fine.add(bought);
            cost = cost.add(paid);
            cash = cash.subtract(paid);
            var open =
                    lent.stream().skip(Math.max(0, lent.size() - it.term())).reduce(BigDecimal.ZERO, BigDecimal::add);
            lines.add(new Holdings(
                    cost.longValueExact(), fine.longValueExact(), cash.longValueExact(), open.longValueExact(), 0, 0));
        }
        return lines;
    }

    private static BigDecimal costOf(BigDecimal weight, BigDecimal fine, BigDecimal cost) {
        return weight.compareTo(fine) == 0 ? cost : half(cost.multiply(weight).divide(fine, 30, RoundingMode.DOWN));
    }

    private static BigDecimal part(BigDecimal amount, long hundredthsOfPercent) {
        return half(
                amount.multiply(BigDecimal.valueOf(hundredthsOfPercent)).divide(WHOLE, 9, RoundingMode.UNNECESSARY));
    }

    private static BigDecimal half(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP);
    }
}
