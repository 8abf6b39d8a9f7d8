package ma.qutb.market.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.UUID;
import java.util.random.RandomGeneratorFactory;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.PriceParts;
import org.junit.jupiter.api.Test;

class SplittingTests {

    @Test
    void thePartsMakeThePrice() {
        var parts = SplittingPrices.split(680_00, 142_80, rule(900, 300, 0, 0));

        assertThat(parts).isEqualTo(new PriceParts(680_00, 455_60, 142_80, 61_20, 20_40, 0, 0));
        assertThat(parts.toMaker()).isEqualTo(598_40);
    }

    @Test
    void anyPriceUnderAnyRuleIsSplitToTheCentime() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        for (int i = 0; i < 20_000; i++) {
            var rule = rule(random.nextInt(3000), random.nextInt(1500), random.nextInt(2000), random.nextInt(50));
            long price = 1 + random.nextLong(i % 2 == 0 ? 10_000 : 100_000_000_00L);
            long material = random.nextLong(price);
            try {
                var parts = SplittingPrices.split(price, material, rule);

                assertThat(parts.maker()
                                + parts.material()
                                + parts.service()
                                + parts.fund()
                                + parts.transport()
                                + parts.tax())
                        .isEqualTo(price);
                assertThat(parts.maker()).isPositive();
                within(parts.service(), price, rule.service());
                within(parts.fund(), price, rule.fund());
                within(parts.tax(), price, rule.tax());
            } catch (Refusal refusal) {
                assertThat(refusal.code()).isEqualTo("market.price.refusal.nothing-left");
            }
        }
    }

    /** One rounding: never further than a centime from the exact share. */
    private static void within(long part, long price, int share) {
        assertThat(Math.abs(part * 10_000 - price * share)).isLessThan(10_000);
    }

    @Test
    void whatRoundingLeavesGoesToTheLargestRemainders() {
        // 1,285,835 dirhams for eight cooperatives: four centimes more would have been lost or made up.
        assertThat(SplittingPrices.largestRemainder(1_285_835_00, 1, 1, 1, 1, 1, 1, 1, 1))
                .containsOnly(160_729_37, 160_729_38);
        assertThat(Arrays.stream(SplittingPrices.largestRemainder(1_285_835_00, 1, 1, 1, 1, 1, 1, 1, 1))
                        .sum())
                .isEqualTo(1_285_835_00);
        assertThat(SplittingPrices.largestRemainder(100, 1, 1, 1)).containsExactly(33, 33, 34);
        assertThat(SplittingPrices.largestRemainder(10, 37, 33, 30)).containsExactly(4, 3, 3);
        assertThat(SplittingPrices.largestRemainder(0, 5, 5)).containsExactly(0, 0);
    }

    @Test
    void aPriceThatLeavesNothingForTheWorkIsRefused() {
        refused("market.price.refusal.nothing-left", 100_00, 88_00, rule(900, 300, 0, 0));
        refused("market.price.refusal.nothing-left", 100_00, 80_00, rule(900, 300, 0, 8_00));
        refused("market.price.refusal.needed", 0, 0, rule(900, 300, 0, 0));
        assertThat(SplittingPrices.split(100_00, 87_99, rule(900, 300, 0, 0)).maker())
                .isEqualTo(1);
    }

    @Test
    void partsThatDoNotMakeThePriceAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceParts(10, 5, 4, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceParts(10, 11, -1, 0, 0, 0, 0));
    }

    private static void refused(String code, long price, long material, ShareRule rule) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SplittingPrices.split(price, material, rule))
                .withMessage(code);
    }

    private static ShareRule rule(int service, int fund, int tax, long transport) {
        return new ShareRule(new UUID(0, 1), service, fund, tax, transport);
    }
}
