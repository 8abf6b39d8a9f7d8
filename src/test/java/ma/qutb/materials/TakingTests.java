package ma.qutb.materials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import ma.qutb.kernel.Refusal;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TakingTests {

    @Test
    void aWeightTakesItsShareOfTheCostAndTheSilverOfItsFineness() {
        var lot = lot(1_000_000, 9250, 10_000_00);

        assertThat(Taking.of(lot, whole(lot), 250_000)).isEqualTo(new Taking(250_000, 231_250, 2_500_00));
    }

    @Test
    void halvesAreRoundedUp() {
        var lot = lot(4, 10_000, 2);

        assertThat(Taking.of(lot, whole(lot), 1).cost()).isEqualTo(1);
        assertThat(Fineness.ofThousandths(500).fineOf(1)).isEqualTo(1);
        assertThat(Fineness.ofThousandths(499).fineOf(1)).isZero();
    }

    @Test
    void whoEmptiesALotTakesWhateverIsLeftOfIt() {
        var lot = lot(3, 9250, 100);

        assertThat(Taking.of(lot, new Taking(1, 7, 42), 1)).isEqualTo(new Taking(1, 7, 42));
    }

    @Test
    void nothingCannotBeTakenNorMoreThanThereIs() {
        var lot = lot(10, 9250, 100);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Taking.of(lot, whole(lot), 0))
                .withMessage("materials.lot.refusal.nothing-taken");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Taking.of(lot, whole(lot), 11))
                .withMessage("materials.lot.refusal.not-enough");
    }

    @Test
    void finenessIsBetweenNothingAndPure() {
        assertThat(new Fineness(9999).said()).isEqualTo("999.9");
        assertThat(new Fineness(9250).said()).isEqualTo("925");
        for (int tenths : new int[] {0, -1, 10_001}) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> new Fineness(tenths))
                    .withMessage("materials.fineness.refusal.range");
        }
    }

    /** However a lot is taken apart, the parts are the whole again, and no part is negative. */
    @RepeatedTest(50)
    void thePartsOfALotAreTheWholeLot(RepetitionInfo run) {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(run.getCurrentRepetition());
        var lot = lot(chance.nextLong(1, 2_000), chance.nextInt(1, 10_001), chance.nextLong(0, 2_000));
        var left = whole(lot);
        long fine = 0;
        long cost = 0;
        while (left.weight() > 0) {
            var taken = Taking.of(lot, left, chance.nextLong(1, left.weight() + 1));
            left = new Taking(left.weight() - taken.weight(), left.fine() - taken.fine(), left.cost() - taken.cost());
            fine += taken.fine();
            cost += taken.cost();
            assertThat(left.fine()).as("seed %d", run.getCurrentRepetition()).isBetween(0L, left.weight());
            assertThat(taken.fine()).as("seed %d", run.getCurrentRepetition()).isBetween(0L, taken.weight());
            assertThat(left.cost()).as("seed %d", run.getCurrentRepetition()).isNotNegative();
        }
        assertThat(left.isNothing()).isTrue();
        assertThat(new Taking(0, 0, 1).isNothing()).isFalse();
        assertThat(new Taking(0, 1, 0).isNothing()).isFalse();
        assertThat(new Taking(1, 0, 0).isNothing()).isFalse();
        assertThat(fine).isEqualTo(lot.fine());
        assertThat(cost).isEqualTo(lot.cost());
    }

    /** Of 999, each half gram rounds away half a milligram that is not silver: the last rest would be all silver, and more. */
    @Test
    void noRestHoldsMoreSilverThanItWeighs() {
        var lot = lot(10_000, 9_990, 100_00);
        var left = whole(lot);
        while (left.weight() > 1) {
            var taken = Taking.of(lot, left, Math.min(499, left.weight() - 1));
            assertThat(taken.fine()).isLessThanOrEqualTo(taken.weight());
            left = new Taking(left.weight() - taken.weight(), left.fine() - taken.fine(), left.cost() - taken.cost());
        }
        assertThat(left.fine()).isBetween(0L, 1L);

        // A rest of which every milligram is silver gives nothing else.
        assertThat(Taking.of(lot, new Taking(1_500, 1_500, 15_00), 1_000).fine())
                .isEqualTo(1_000);
    }

    private static Taking whole(Lot lot) {
        return new Taking(lot.weight(), lot.fine(), lot.cost());
    }

    private static Lot lot(long weight, int tenths, long cost) {
        var fineness = new Fineness(tenths);
        return new Lot(
                LotId.next(),
                "SILVER-000001",
                FundId.next(),
                MaterialCode.SILVER,
                weight,
                Optional.of(fineness),
                fineness.fineOf(weight),
                cost,
                LocalDate.of(2026, 1, 5),
                false);
    }
}
