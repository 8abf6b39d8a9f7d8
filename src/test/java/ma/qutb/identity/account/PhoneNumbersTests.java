package ma.qutb.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0661234567",
                "06 61 23 45 67",
                "06-61-23-45-67",
                "06.61.23.45.67",
                "+212661234567",
                "+212 (0)661 23 45 67",
                "00212661234567",
                "٠٦٦١٢٣٤٥٦٧",
                "\u200e0661234567"
            })
    void everyMoroccanWritingIsTheSameNumber(String written) {
        assertThat(PhoneNumbers.e164(written)).contains("+212661234567");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12345", "066123456", "06612345678", "0461234567", "registrar", "0661a34567", "+212161234567"
            })
    void whatIsNoPhoneNumberIsNotTakenForOne(String written) {
        assertThat(PhoneNumbers.e164(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+34 612 345 678", "0034612345678"})
    void aNumberFromAbroadKeepsItsCountry(String written) {
        assertThat(PhoneNumbers.e164(written)).contains("+34612345678");
    }
}
