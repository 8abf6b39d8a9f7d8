package ma.qutb.ledger.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Formats;

/** Cells as they are read on paper. */
final class ReportWords {

    private ReportWords() {}

    static String of(Object cell, Language language) {
        return switch (cell) {
            case BigDecimal number ->
                Formats.exact(language, number.unscaledValue().longValueExact(), number.scale());
            case LocalDate day -> Formats.shortDate(day);
            case Instant moment -> Formats.shortDateTime(moment);
            default -> cell.toString();
        };
    }
}
