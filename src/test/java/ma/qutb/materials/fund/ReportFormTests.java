package ma.qutb.materials.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import ma.qutb.kernel.Refusal;
import org.junit.jupiter.api.Test;

class ReportFormTests {

    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Africa/Casablanca"));

    @Test
    void aReportIsUpToTheEndOfADayThatIsOver() {
        var end = form("month", "2026-11-21", "").asOf(NOON).plusNanos(1_000).atZone(NOON.getZone());

        assertThat(end.toLocalDateTime()).isEqualTo("2026-11-22T00:00");
    }

    @Test
    void whatIsNoPeriodNoDayAndNoTimeThatWasIsRefused() {
        refused(
                "materials.report.refusal.length",
                () -> form("week", "2026-11-22", "").period());
        refused("materials.report.refusal.day", () -> form("month", "x", "").period());
        refused(
                "materials.report.refusal.time",
                () -> form("month", "2026-11-22", "x").asOf(NOON));
        refused(
                "materials.report.refusal.to-come",
                () -> form("month", "2026-11-23", "").asOf(NOON));
        refused(
                "materials.report.refusal.to-come",
                () -> form("month", "2026-11-22", "23:00").asOf(NOON));
    }

    private static ReportForm form(String length, String day, String time) {
        return new ReportForm(length, day, day, time, "");
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code);
    }
}
