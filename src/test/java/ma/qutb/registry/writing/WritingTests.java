package ma.qutb.registry.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ma.qutb.kernel.Refusal;
import org.junit.jupiter.api.Test;

class WritingTests {

    @Test
    void directionOverridesAndOtherInvisibleCharactersLeaveAName() {
        assertThat(Writing.arabicName("\u202Eفاطمة\u200F  أوعـلا\u0000\u2069")).isEqualTo("فاطمة أوعلا");
        assertThat(Writing.latinName("  M'Barek\u00A0 \u200BAït-Lahcen ")).isEqualTo("M'Barek Aït-Lahcen");
    }

    @Test
    void anEmojiInANameIsRefusedAndNamed() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Writing.arabicName("فاطمة 😀"))
                .withMessage("registry.writing.refusal.sign")
                .satisfies(it -> assertThat(it.getArguments()).containsExactly("😀"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Writing.title("تعاونية 🧶", 120))
                .withMessage("registry.writing.refusal.sign");
    }

    @Test
    void tenThousandCharactersAreRefusedWithTheLimit() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Writing.paragraphs("س".repeat(10_000), 4000))
                .withMessage("registry.writing.refusal.too-long")
                .satisfies(it -> assertThat(it.getArguments()).containsExactly(4000, 10_000));
    }

    @Test
    void lettersOfTheOtherScriptAreRefused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Writing.arabicName("Fatima"))
                .withMessage("registry.writing.refusal.not-arabic");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Writing.latinName("فاطمة"))
                .withMessage("registry.writing.refusal.not-latin");
    }

    @Test
    void digitsOfAnyKindBecomeWestern() {
        assertThat(Writing.digits("٠٠١ ٥٦-١١", 15)).isEqualTo("0015611");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Writing.digits("12a", 15))
                .withMessage("registry.writing.refusal.not-digits");
    }
}
