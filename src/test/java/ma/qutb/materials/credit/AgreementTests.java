package ma.qutb.materials.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.SaleId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgreementTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void anAgreementHasACeilingAYearAtMostAndAReference() {
        assertThat(agreement(0, 1, null, " 12 ").reference()).isEqualTo("12");
        assertThat(agreement(1, 365, DAY.plusDays(1), "12").days()).isEqualTo(365);
        refused("materials.credit.refusal.ceiling", -1, 30, null, "12");
        refused("materials.credit.refusal.days", 1, 0, null, "12");
        refused("materials.credit.refusal.days", 1, 366, null, "12");
        refused("materials.credit.refusal.ends", 1, 30, DAY, "12");
        refused("materials.credit.refusal.reference", 1, 30, null, " ");
    }

    @Test
    void whatIsLateIsOverdue() {
        var one = new Ageing(null, 1, 20, 300, 4_000, DAY);

        assertThat(one.overdue()).isEqualTo(4_320);
        assertThat(one.total()).isEqualTo(4_321);
        assertThat(one.plus(new Ageing(null, 10_000, 50_000, 600_000, 7_000_000, DAY)))
                .isEqualTo(new Ageing(null, 10_001, 50_020, 600_300, 7_004_000, null));
        assertThat(Ageing.NOTHING.total()).isZero();
    }

    @Test
    void aDebtIsNotLateOnItsDay() {
        var debt = new Debt(SaleId.next(), 2026, 1, DAY.minusDays(30), DAY, 100, 100);

        assertThat(debt.overdue(DAY)).isFalse();
        assertThat(debt.overdue(DAY.plusDays(1))).isTrue();
        assertThat(debt.daysLate(DAY.plusDays(3))).isEqualTo(3);
    }

    private static void refused(String code, long ceiling, int days, @Nullable LocalDate ends, String reference) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> agreement(ceiling, days, ends, reference))
                .withMessage(code);
    }

    private static Agreement agreement(long ceiling, int days, @Nullable LocalDate ends, String reference) {
        return new Agreement(ceiling, days, DAY, ends, reference);
    }
}
