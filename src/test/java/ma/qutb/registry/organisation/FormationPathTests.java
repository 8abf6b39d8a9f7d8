package ma.qutb.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.organisation.FormationPath.Done;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormationPathTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final FormationPath EMPTY = new FormationPath(List.of());

    @Test
    void theLawsOrderIsKept() {
        refuses("registry.formation.refusal.not-next", EMPTY, step(FormationStep.BANK_ACCOUNT, TODAY));
        var path = EMPTY.advance(step(FormationStep.NAME_APPROVED, TODAY.minusDays(20)), TODAY);
        assertThat(path.next()).contains(FormationStep.STATUTES_SIGNED);
        refuses(
                "registry.formation.refusal.before-previous",
                path,
                step(FormationStep.STATUTES_SIGNED, TODAY.minusDays(21)));
        refuses("registry.formation.refusal.ahead", path, step(FormationStep.STATUTES_SIGNED, TODAY.plusDays(1)));
    }

    @Test
    void theLastStepNeedsTheNumberTheCourtGave() {
        var path = EMPTY;
        for (var step : FormationStep.values()) {
            if (!step.last()) {
                path = path.advance(step(step, TODAY.minusDays(9)), TODAY);
            }
        }
        refuses(
                "registry.formation.refusal.no-number",
                path,
                new Done(FormationStep.REGISTERED, TODAY, " ", null, "نزهة"));
        assertThat(path.advance(step(FormationStep.REGISTERED, TODAY), TODAY).complete())
                .isTrue();
    }

    @Test
    void onlyTheLastStepIsTakenBack() {
        var path = EMPTY.advance(step(FormationStep.NAME_APPROVED, TODAY), TODAY)
                .advance(step(FormationStep.STATUTES_SIGNED, TODAY), TODAY);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> path.takeBack(FormationStep.NAME_APPROVED))
                .withMessage("registry.formation.refusal.not-last");
        assertThat(path.takeBack(FormationStep.STATUTES_SIGNED).next()).contains(FormationStep.STATUTES_SIGNED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"001561191000066", "002136093000040", "000036794000036", "1561191000066", "001 561 191 000 066"})
    void publishedEnterpriseNumbersFitTheirControl(String typed) {
        assertThat(Ice.parse(typed).fits()).isTrue();
    }

    @Test
    void aNumberWithAWrongControlIsTakenAndDoesNotFit() {
        assertThat(Ice.parse("001561191000067").fits()).isFalse();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Ice.parse("0015611910000661234"));
    }

    private static Done step(FormationStep step, LocalDate on) {
        return new Done(step, on, "12/2026", null, "نزهة");
    }

    private static void refuses(String message, FormationPath path, Done step) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> path.advance(step, TODAY))
                .withMessage(message);
    }
}
