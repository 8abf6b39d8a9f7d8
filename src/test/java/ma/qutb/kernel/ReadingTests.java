package ma.qutb.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.000.000|12000000",
                "150.000|150000",
                "15000|15000",
                "59.040|59040",
                "1.285.835|1285835",
                "50 مليون|50000000",
                "50 مليون درهم|50000000",
                "2,5 millions|2500000",
                "١٢٬٠٠٠٫٥٠|12000.5",
                "١٥٠|150",
                "12 000,50 DH|12000.5",
                "12,000.50|12000.5",
                "12,5|12.5",
                "0,125|0.125",
                "-3|-3",
                "2700 م²|2700",
                "１２|12",
                "3 آلاف|3000"
            })
    void numbersAreReadAsPeopleWriteThem(String typed, BigDecimal value) {
        assertThat(NumberReading.parse(typed)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "12.00.000", "1,2,3", "--3", "12 kg", "1e9", "خمسون ورقة"})
    void whatIsNoNumberIsRefused(String typed) {
        assertThat(NumberReading.tryParse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "24/11/2025,2025-11-24",
        "3-8-1990,1990-08-03",
        "2025-11-24,2025-11-24",
        "2025-11-24T00:00,2025-11-24",
        "٢٤/١١/٢٠٢٥,2025-11-24",
        "24 نونبر 2025,2025-11-24",
        "1er août 2020,2020-08-01",
        "24 novembre 2025,2025-11-24",
        "45985,2025-11-24"
    })
    void daysAreReadAsPeopleWriteThem(String typed, LocalDate day) {
        assertThat(DateReading.parse(typed)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31/02/2020", "29/02/2023", "2025-13-01", "00/01/2020", "24/11/25", "yesterday", "24 smarch 2020"
            })
    void whatIsNoDayIsRefused(String typed) {
        assertThat(DateReading.tryParse(typed)).isEmpty();
    }

    @Test
    void phonesAreOneNumberHoweverTheyAreWritten() {
        assertThat(new String[] {"0612345678", "00212612345678", "+212 6 12-34-56-78", "612345678", "٠٦١٢٣٤٥٦٧٨"})
                .allSatisfy(it -> assertThat(PhoneNumber.parse(it).value()).isEqualTo("+212612345678"));
    }
}
