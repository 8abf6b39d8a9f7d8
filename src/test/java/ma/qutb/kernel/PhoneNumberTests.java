package ma.qutb.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0661234567",
                "06 61-23.45 67",
                "00212661234567",
                "+212 (0)6 61 23 45 67",
                "212661234567",
                "٠٦٦١٢٣٤٥٦٧",
                "661234567",
                "\u202D+212661234567\u202C"
            })
    void howeverItIsWrittenItIsTheSameNumber(String typed) {
        assertThat(PhoneNumber.parse(typed).value()).isEqualTo("+212661234567");
        assertThat(PhoneNumber.parse(typed).spaced()).isEqualTo("06 61 23 45 67");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "06612345", "0912345678", "+212412345678", "call me", "+2126612345678", "12"})
    void whatIsNoNumberIsRefusedWithWhatWasTyped(String typed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PhoneNumber.parse(typed))
                .withMessage("kernel.phone.refusal.not-a-number")
                .satisfies(it -> assertThat(it.getArguments()).containsExactly(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+34612345678", "0033612345678"})
    void foreignNumbersAreTaken(String typed) {
        assertThat(PhoneNumber.parse(typed).value()).startsWith("+3");
    }
}
