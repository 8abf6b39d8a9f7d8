package ma.qutb.market.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import ma.qutb.shell.Formats;
import org.junit.jupiter.api.Test;

/** In 2026 the clock of Morocco goes back an hour on 15 February, for Ramadan, and forth again on 22 March. */
class DeadlinesTests {

    @Test
    void sevenWholeDaysEndAtMidnightAlsoWhenTheClockGoesBackForRamadan() {
        var delivered = at("2026-02-12T10:00");

        var until = Deadlines.withdrawal(delivered);

        assertThat(until).isEqualTo(at("2026-02-20T00:00"));
        assertThat(until.minusSeconds(1).atZone(Formats.ZONE).toLocalDate()).isEqualTo("2026-02-19");
        assertThat(java.time.Duration.between(at("2026-02-13T00:00"), until).toHours())
                .as("seven days and the hour of Ramadan")
                .isEqualTo(7 * 24 + 1);
    }

    @Test
    void theyEndAtMidnightWhenTheClockGoesForthAgain() {
        assertThat(Deadlines.withdrawal(at("2026-03-20T23:30"))).isEqualTo(at("2026-03-28T00:00"));
        assertThat(java.time.Duration.between(at("2026-03-21T00:00"), at("2026-03-28T00:00"))
                        .toHours())
                .isEqualTo(7 * 24 - 1);
    }

    @Test
    void aDayBeginsAtMidnightOfThePoleAndNotOfGreenwich() {
        assertThat(Deadlines.delivery(Instant.parse("2026-01-09T23:30:00Z"), 0)).isEqualTo(LocalDate.of(2026, 2, 9));
        assertThat(Deadlines.refund(Instant.parse("2026-02-20T23:30:00Z"))).isEqualTo(LocalDate.of(2026, 3, 7));
    }

    private static Instant at(String local) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(local), Formats.ZONE)
                .toInstant();
    }
}
