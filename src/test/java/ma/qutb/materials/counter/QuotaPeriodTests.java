package ma.qutb.materials.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class QuotaPeriodTests {

    @Test
    void aQuotaBeginsAnewWithItsPeriod() {
        var day = LocalDate.of(2026, 11, 22);
        assertThat(QuotaPeriod.MONTH.startOf(day)).isEqualTo("2026-11-01");
        assertThat(QuotaPeriod.QUARTER.startOf(day)).isEqualTo("2026-10-01");
        assertThat(QuotaPeriod.QUARTER.startOf(LocalDate.of(2026, 3, 31))).isEqualTo("2026-01-01");
        assertThat(QuotaPeriod.YEAR.startOf(day)).isEqualTo("2026-01-01");
    }
}
