package ma.qutb.materials.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import ma.qutb.materials.UnitPrice;
import org.junit.jupiter.api.Test;

class FloorTests {

    private static final UnitPrice TEN = UnitPrice.perUnit(new BigDecimal("10"), 3);
    private static final UnitPrice TWELVE_FIFTY = UnitPrice.perUnit(new BigDecimal("12.50"), 3);

    @Test
    void aGramOfTenDirhamsIsAMillionCentimesTheKilogram() {
        assertThat(TEN.perMillion()).isEqualTo(1_000_000);
        assertThat(TEN.perUnit(3)).isEqualByComparingTo("10");
        assertThat(UnitPrice.perUnit(new BigDecimal("13.60512"), 3).perUnit(3)).isEqualByComparingTo("13.60512");
        assertThat(UnitPrice.perUnit(new BigDecimal("45"), 0).perUnit(0)).isEqualByComparingTo("45");
    }

    @Test
    void aPriceIsNeverNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UnitPrice(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Charge(TEN, -1));
        assertThat(new UnitPrice(0).times(5)).isZero();
    }

    @Test
    void aLineIsRoundedOnceHalfUp() {
        assertThat(TEN.times(250_000)).isEqualTo(250_000);
        // 12.345 dirhams a gram: 1 mg is 1.2345 centimes, 400 mg 493.8
        var odd = UnitPrice.perUnit(new BigDecimal("12.345"), 3);
        assertThat(odd.times(1)).isEqualTo(1);
        assertThat(odd.times(400)).isEqualTo(494);
        assertThat(new UnitPrice(500_000).times(1)).isEqualTo(1);
        assertThat(new UnitPrice(499_999).times(1)).isZero();
    }

    @Test
    void theCostOfALotIsSpreadOverItsFineWeight() {
        assertThat(UnitPrice.of(200_000_00, 20_000_000)).isEqualTo(TEN);
        assertThat(UnitPrice.of(1, 3)).isEqualTo(new UnitPrice(333_333));
        assertThat(UnitPrice.of(2, 3)).isEqualTo(new UnitPrice(666_667));
    }

    @Test
    void theFloorIsTheHigherOfCostAndReplacement() {
        assertThat(Charges.NONE.floor(TEN, TWELVE_FIFTY)).isEqualTo(TWELVE_FIFTY);
        assertThat(Charges.NONE.floor(TWELVE_FIFTY, TEN)).isEqualTo(TWELVE_FIFTY);
        assertThat(TEN.orIfHigher(TEN)).isEqualTo(TEN);
        assertThat(TEN.compareTo(TWELVE_FIFTY)).isNegative();
    }

    @Test
    void everyChargeIsAddedToTheHigherPrice() {
        var dirham = UnitPrice.perUnit(BigDecimal.ONE, 3);
        var charges = new Charges(
                new Charge(UnitPrice.perUnit(new BigDecimal("0.20"), 3), 0),
                new Charge(UnitPrice.perUnit(new BigDecimal("0.05"), 3), 0),
                new Charge(new UnitPrice(0), 100),
                new Charge(dirham, 400));
        // 12.50 + 0.20 + 0.05 + 1 % (0.125) + 1 + 4 % (0.50)
        assertThat(charges.floor(TEN, TWELVE_FIFTY).perUnit(3)).isEqualByComparingTo("14.375");
        assertThat(charges.withMargin(Charge.NOTHING).floor(TEN, TWELVE_FIFTY).perUnit(3))
                .isEqualByComparingTo("12.875");
    }

    @Test
    void sharesAreRoundedHalfUp() {
        assertThat(new UnitPrice(5_000).share(1)).isEqualTo(new UnitPrice(1));
        assertThat(new UnitPrice(4_999).share(1)).isEqualTo(new UnitPrice(0));
    }
}
