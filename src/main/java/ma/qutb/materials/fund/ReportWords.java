package ma.qutb.materials.fund;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.ChartRole;
import ma.qutb.materials.UnitPrice;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Texts;

/** The words and figures of a report in one language; figures to the last centime and milligram. */
record ReportWords(Texts texts, Language language) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ROOT);

    /** A text of the report; a figure within it keeps its own direction. */
    String say(String key, Object... arguments) {
        var alone = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            alone[i] = arguments[i] instanceof String text ? "\u2068" + text + "\u2069" : arguments[i];
        }
        return texts.say(language, key, alone);
    }

    String money(long centimes) {
        return Formats.exact(language, centimes, 2);
    }

    String grams(long milligrams) {
        return Formats.exact(language, milligrams, 3);
    }

    /** With its unit, for sentences. */
    String dirhams(long centimes) {
        return alone(money(centimes)) + " " + texts.say(language, "shell.unit.dirham");
    }

    /** With its unit, for sentences. */
    String fine(long milligrams) {
        return alone(grams(milligrams)) + " " + texts.say(language, "materials.fund.unit.gram");
    }

    /** A figure reads from the left, its sign too, whatever stands around it. */
    private static String alone(String figure) {
        return "\u2066" + figure + "\u2069";
    }

    /** As it is kept apart from the paper, without the marks of direction. */
    static String unmarked(String text) {
        return text.replaceAll("[\u2066-\u2069]", "");
    }

    /** Dirhams for a gram. */
    String perGram(UnitPrice price) {
        return Formats.decimal(language, price.perUnit(3).doubleValue(), 5);
    }

    String percent(long share) {
        return Formats.decimal(language, share / 100.0, 2) + "%";
    }

    String number(long count) {
        return Formats.number(language, count);
    }

    String moment(Instant at) {
        return MOMENT.format(at.atZone(Formats.ZONE));
    }

    String kind(String kind) {
        var key = "ledger.kind." + kind;
        return texts.say(language, texts.has(key) ? key : "ledger.kind.other");
    }

    String role(ChartRole role) {
        return texts.say(language, "ledger.role." + role.code());
    }

    String period(ReportPeriod period) {
        var year = String.valueOf(period.first().getYear());
        return switch (period.length()) {
            case MONTH -> Formats.month(language, period.first().getMonthValue()) + " " + year;
            case QUARTER -> texts.say(language, "materials.report.quarter", period.place(), year);
            case YEAR -> texts.say(language, "materials.report.year", year);
        };
    }

    String gauge(Gauge gauge, long value) {
        return switch (gauge.unit()) {
            case SHARE ->
                texts.say(language, "materials.fund.unit.percent", Formats.decimal(language, value / 100.0, 2));
            case DAYS -> texts.say(language, "materials.fund.unit.days", value);
            case TURNS -> texts.say(language, "materials.fund.unit.turns", Formats.decimal(language, value / 100.0, 2));
        };
    }
}
