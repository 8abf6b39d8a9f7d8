package ma.qutb.materials.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import ma.qutb.materials.UnitPrice;
import org.junit.jupiter.api.Test;

/** Both capital tests and all gauges beside a plain model in decimals of any length; one again: {@code -Dqutb.fund.seed=…}. */
class CapitalTests {

    private static final int CASES = 20_000;

    private final Holdings sample = new Holdings(8_300_000, 8_000_000, 5_000_000, 2_000_000, 400_000, 1_000_000);
    private final Founding given = new Founding(15_000_000, 1_000_000, 12_000_000);

    @Test
    void equityIsWhatIsThereLessWhatIsOwed() {
        assertThat(sample.equity()).isEqualTo(14_300_000);
        assertThat(sample.goodReceivables()).isEqualTo(1_600_000);
        assertThat(sample.money()).isEqualTo(5_600_000);
    }

    @Test
    void theFundIsWholeInDirhamsWhenItHasWhatItWasGivenLessWhatWasWithdrawn() {
        var test = CapitalTest.nominal(sample, given);

        assertThat(test.passed()).isTrue();
        assertThat(test.over()).isEqualTo(300_000);
        assertThat(test.share()).isEqualTo(10_214);
    }

    @Test
    void whatIsMissingByACentimeIsMissing() {
        assertThat(new CapitalTest(99, 100).passed()).isFalse();
        assertThat(new CapitalTest(100, 100).passed()).isTrue();
    }

    @Test
    void moneyCountsAsTheSilverItBuysToday() {
        // 8 kg and 56,000 dirhams at 14 dirhams: 4 kg
        var test = CapitalTest.physical(sample, given, gram(1_400));

        assertThat(test.has()).isEqualTo(12_000_000);
        assertThat(test.passed()).isTrue();
        assertThat(CapitalTest.physical(sample, given, gram(1_401)).passed()).isFalse();
    }

    @Test
    void aDebtTakesSilverAwayToTheLastMilligram() {
        var indebted = new Holdings(0, 1_000, 0, 0, 0, 1);

        assertThat(indebted.silverAt(gram(300))).isEqualTo(996);
    }

    @Test
    void nothingNeededIsWhole() {
        assertThat(new CapitalTest(0, 0).share()).isEqualTo(10_000);
        assertThat(new CapitalTest(5, 0).asked()).isFalse();
        assertThat(new CapitalTest(0, 1).asked()).isTrue();
        assertThat(new CapitalTest(-5, 10).share()).isZero();
    }

    @Test
    void bothTestsAreThoseOfTheModel() {
        var only = Long.getLong("qutb.fund.seed");
        for (long seed = only == null ? 1 : only; seed <= (only == null ? CASES : only); seed++) {
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            var held = holdings(random);
            var founding = new Founding(amount(random), amount(random) / 10, amount(random) + 1);
            var price = new UnitPrice(1 + random.nextLong(100_000_000));

            var dirhams = BigDecimal.valueOf(held.stock())
                    .add(BigDecimal.valueOf(held.cash()))
                    .add(BigDecimal.valueOf(held.receivables()))
                    .subtract(BigDecimal.valueOf(held.debts()));
            var nominal = CapitalTest.nominal(held, founding);
            assertThat(BigDecimal.valueOf(nominal.over()))
                    .as("seed %d", seed)
                    .isEqualByComparingTo(dirhams.subtract(BigDecimal.valueOf(founding.contributions()))
                            .add(BigDecimal.valueOf(founding.withdrawals())));

            var grams = BigDecimal.valueOf(held.cash())
                    .add(BigDecimal.valueOf(held.receivables()))
                    .subtract(BigDecimal.valueOf(held.overdue()))
                    .subtract(BigDecimal.valueOf(held.debts()))
                    .multiply(BigDecimal.valueOf(1_000_000))
                    .divide(BigDecimal.valueOf(price.perMillion()), 0, RoundingMode.FLOOR)
                    .add(BigDecimal.valueOf(held.fine()));
            var physical = CapitalTest.physical(held, founding, price);
            assertThat(BigDecimal.valueOf(physical.has())).as("seed %d", seed).isEqualByComparingTo(grams);
            assertThat(physical.passed())
                    .as("seed %d", seed)
                    .isEqualTo(grams.compareTo(BigDecimal.valueOf(founding.fine())) >= 0);
        }
    }

    @Test
    void dirhamsBecomeSilverToTheNearestMilligramAndSilverThatIsBoughtIsNeverTooMuch() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int i = 0; i < CASES; i++) {
            var price = new UnitPrice(1 + random.nextLong(100_000_000));
            long money = random.nextLong(1_000_000_000);
            var exact = BigDecimal.valueOf(money).movePointRight(6);
            var perMillion = BigDecimal.valueOf(price.perMillion());
            assertThat(Silver.equal(money, price))
                    .isEqualTo(exact.divide(perMillion, 0, RoundingMode.HALF_UP).longValueExact());
            assertThat(Silver.bought(money, price))
                    .isEqualTo(exact.divide(perMillion, 0, RoundingMode.FLOOR).longValueExact());
            assertThat(Silver.bought(-money, price))
                    .isEqualTo(exact.negate()
                            .divide(perMillion, 0, RoundingMode.FLOOR)
                            .longValueExact());
        }
    }

    private static UnitPrice gram(long centimes) {
        return new UnitPrice(centimes * 1000);
    }

    private static Holdings holdings(RandomGenerator random) {
        long receivables = amount(random);
        return new Holdings(
                amount(random),
                amount(random),
                amount(random),
                receivables,
                receivables == 0 ? 0 : random.nextLong(receivables + 1),
                amount(random));
    }

    /** Often nothing, often a little, sometimes the capital of a bank. */
    private static long amount(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextLong(100);
            case 2 -> random.nextLong(100_000_000);
            default -> random.nextLong(100_000_000_000L);
        };
    }
}
