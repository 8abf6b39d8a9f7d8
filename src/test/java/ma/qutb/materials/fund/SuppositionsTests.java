package ma.qutb.materials.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ma.qutb.kernel.Refusal;
import ma.qutb.materials.UnitPrice;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SuppositionsTests {

    @Test
    void whatIsTypedIsReadToTheCentime() {
        assertThat(Amount.centimes("310,5")).isEqualTo(310_50);
        assertThat(Amount.centimes("0")).isZero();
        assertThat(Amount.centimes("1000000000")).isEqualTo(100_000_000_000L);
        assertThat(Amount.share("100", 10_000)).isEqualTo(10_000);
        assertThat(Amount.perGram("12.50")).isEqualTo(new UnitPrice(1_250_000));
    }

    @Test
    void whatIsNoAmountOrBeyondItsBoundsIsRefused() {
        refused("materials.fund.refusal.amount", () -> Amount.centimes("0.001"));
        refused("materials.fund.refusal.amount", () -> Amount.centimes("1000000000.01"));
        refused("materials.fund.refusal.amount", () -> Amount.centimes("x"));
        refused("materials.fund.refusal.amount", () -> Amount.centimes("-1"));
        refused("materials.simulator.refusal.share", () -> Amount.share("100.01", 10_000));
        refused("materials.simulator.refusal.price", () -> Amount.perGram("0"));
        refused("materials.simulator.refusal.price", () -> Amount.perGram("x"));
    }

    @Test
    void theExampleOfThePageIsTheWorkedExample() {
        assertThat(Suppositions.example().read()).isEqualTo(Scenario.example());
        assertThat(Suppositions.example().empty()).isFalse();
    }

    @Test
    void theMonthsAndTheCapitalHaveBounds() {
        assertThat(of("100000000", "24").read().months()).isEqualTo(24);
        assertThat(of("1", "1").read().months()).isEqualTo(1);
        refused("materials.simulator.refusal.months", () -> of("1", "0").read());
        refused("materials.simulator.refusal.months", () -> of("1", "25").read());
        refused("materials.simulator.refusal.months", () -> of("1", "x").read());
        refused("materials.fund.refusal.amount", () -> of("100000000.01", "1").read());
    }

    @Test
    void aFundIsObservedForADayAtLeast() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Months(0, 0, 0, 0));
        assertThat(new Months(1, 0, 0, 0).days()).isEqualTo(1);
    }

    private static Suppositions of(String capital, String months) {
        return new Suppositions(capital, "10", "12.5", "1", months, "replacement", "5", "33", "25", "2", "2", "0.1");
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).withMessage(code);
    }
}
