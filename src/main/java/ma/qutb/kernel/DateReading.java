package ma.qutb.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Days as people write them: {@code 24/11/2025}, {@code 24-11-2025}, {@code 2025-11-24}, {@code 24 نونبر 2025}, {@code 24
 * novembre 2025}, any digits, and the serial days of spreadsheets. The day comes before the month, as everywhere in Morocco.
 */
public final class DateReading {

    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[/.\\- ]([0-9]{1,2})[/.\\- ]([0-9]{4})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})[/.\\-]([0-9]{1,2})[/.\\-]([0-9]{1,2})(?:[tT ][0-9:.]+[zZ]?)?");
    private static final Pattern IN_WORDS = Pattern.compile("([0-9]{1,2}|1er) *([^0-9 ]+) *([0-9]{4})");
    private static final Pattern SERIAL = Pattern.compile("[0-9]{5}(?:\\.[0-9]+)?");
    /** Day 0 of spreadsheets; their 29 February 1900 that never was is before any date of ours. */
    private static final LocalDate SERIAL_START = LocalDate.of(1899, 12, 30);

    private static final Map<String, Integer> MONTHS = months();

    private DateReading() {}

    private static Map<String, Integer> months() {
        var names = List.of(
                "يناير|جانفي|كانون الثاني|janvier|janv|january|jan",
                "فبراير|فيفري|شباط|février|fevrier|févr|fev|february|feb",
                "مارس|آذار|mars|march|mar",
                "أبريل|ابريل|إبريل|نيسان|avril|avr|april|apr",
                "ماي|مايو|أيار|mai|may",
                "يونيو|يونيه|حزيران|juin|june|jun",
                "يوليوز|يوليو|تموز|juillet|juil|july|jul",
                "غشت|أغسطس|آب|août|aout|august|aug",
                "شتنبر|سبتمبر|أيلول|septembre|sept|september|sep",
                "أكتوبر|اكتوبر|تشرين الأول|octobre|october|oct",
                "نونبر|نوفمبر|تشرين الثاني|novembre|november|nov",
                "دجنبر|ديسمبر|كانون الأول|décembre|decembre|déc|dec|december");
        var months = new HashMap<String, Integer>();
        for (int i = 0; i < names.size(); i++) {
            for (var name : names.get(i).split("\\|")) {
                months.put(name, i + 1);
            }
        }
        return months;
    }

    /**
     * The day somebody wrote.
     *
     * @throws Refusal when it is none, or one that no calendar has (31/02)
     */
    public static LocalDate parse(String typed) {
        var text = NumberReading.western(typed).toLowerCase(Locale.ROOT);
        try {
            var day = DAY_FIRST.matcher(text);
            if (day.matches()) {
                return day(day.group(3), day.group(2), day.group(1));
            }
            var year = YEAR_FIRST.matcher(text);
            if (year.matches()) {
                return day(year.group(1), year.group(2), year.group(3));
            }
            var words = IN_WORDS.matcher(text);
            if (words.matches() && MONTHS.containsKey(words.group(2).replace(".", ""))) {
                var month = MONTHS.get(words.group(2).replace(".", ""));
                return day(words.group(3), String.valueOf(month), words.group(1).replace("er", ""));
            }
            if (SERIAL.matcher(text).matches()) {
                return SERIAL_START.plusDays(Integer.parseInt(text.substring(0, 5)));
            }
        } catch (DateTimeException e) {
            throw new Refusal("kernel.date.refusal.no-such-day", typed);
        }
        throw new Refusal("kernel.date.refusal.not-a-date", typed);
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    /** The day, if what was written is one. */
    public static Optional<LocalDate> tryParse(String typed) {
        try {
            return Optional.of(parse(typed));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }
}
