package ma.qutb.registry.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import ma.qutb.kernel.Refusal;
import org.junit.jupiter.api.Test;

class ActFormTests {

    @Test
    void aNumberIsReadWithADotOrACommaInAnyDigits() {
        assertThat(ActForm.smallestParts("1 250,5", 3)).isEqualTo(1_250_500);
        assertThat(ActForm.smallestParts("٢٥٫٥", 1)).isEqualTo(255);
        assertThat(ActForm.smallestParts("12.", 0)).isEqualTo(12);
        assertThat(ActForm.smallestParts(" ", 3)).isNull();
    }

    @Test
    void whatIsNoNumberOrFinerThanTheMeasureIsRefused() {
        refused("registry.form.refusal.quantity", "x");
        refused("registry.form.refusal.quantity", "-1");
        refused("registry.form.refusal.decimals", "0,0001");
    }

    @Test
    void whatMustBeThereAndIsNotIsSaidBesideItsField() {
        var form = ActForm.of("materials.supplier", "/", "/", Map.of("weight", "x"));
        form.needed("name");
        form.neededQuantity("weight", 3);

        assertThat(form.errors().getFieldErrors("name"))
                .extracting(it -> it.getCode())
                .containsExactly("registry.form.refusal.needed");
        assertThat(form.errors().getFieldErrors("weight"))
                .extracting(it -> it.getCode())
                .containsExactly("registry.form.refusal.quantity");
    }

    private static void refused(String code, String typed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ActForm.smallestParts(typed, 3))
                .withMessage(code);
    }
}
