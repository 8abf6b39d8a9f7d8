package ma.qutb.materials.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.UnitPrice;
import org.junit.jupiter.api.Test;

class PolicyTests {

    @Test
    void aPolicyHasAReasonAFreshQuoteAndNoShareAboveTheWhole() {
        assertThat(policy(60, 10_000, " غلاء ").reason()).isEqualTo("غلاء");
        assertThat(policy(1, 0, "x").quoteDays()).isEqualTo(1);
        refused("materials.price.refusal.reason", 7, 0, " ");
        refused("materials.price.refusal.quote-days", 0, 0, "x");
        refused("materials.price.refusal.quote-days", 61, 0, "x");
        refused("materials.price.refusal.share", 7, 10_001, "x");
    }

    @Test
    void aMaterialHasACodeOfCapitals() {
        assertThat(new MaterialCode("SILVER")).isEqualTo(MaterialCode.SILVER);
        assertThat(MaterialCode.SILVER.compareTo(new MaterialCode("WOOL"))).isNegative();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new MaterialCode("silver"))
                .withMessage("materials.material.refusal.unknown");
    }

    private static void refused(String code, int days, int share, String reason) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> policy(days, share, reason))
                .withMessage(code);
    }

    private static Policy policy(int days, int share, String reason) {
        var charges = Charges.NONE.withMargin(new Charge(new UnitPrice(0), share));
        return Policy.of(SalePointId.next(), MaterialCode.SILVER, LocalDate.of(2026, 11, 22), charges, days, reason);
    }
}
