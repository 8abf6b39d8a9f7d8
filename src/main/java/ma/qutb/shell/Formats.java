package ma.qutb.shell;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ma.qutb.kernel.Language;

/**
 * Numbers, dates and amounts as Morocco writes them: Western digits in every language, {@code 1.285.835,50} in Arabic,
 * {@code 1 285 835,50} in French, {@code 1,285,835.50} in English; months are Morocco's.
 */
public final class Formats {

    /** Where a day begins and ends. */
    public static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

    private static final String[] MONTHS_AR = {
        "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"
    };

    private record Decimals(Language language, int least, int most) {}

    private static final Map<Decimals, LocalizedNumberFormatter> FIGURES = new ConcurrentHashMap<>();

    private Formats() {}

    static ULocale numbersOf(Language language) {
        return switch (language) {
            case FR -> ULocale.forLanguageTag("fr-FR-u-nu-latn");
            case EN -> ULocale.forLanguageTag("en-GB-u-nu-latn");
            case ES -> ULocale.forLanguageTag("es-ES-u-nu-latn");
            case AR -> ULocale.forLanguageTag("ar-MA-u-nu-latn");
            case ZGH -> ULocale.forLanguageTag("zgh-MA-u-nu-latn");
        };
    }

    /** A whole number with its thousands separated. */
    public static String number(Language language, long value) {
        return figures(language, 0, 0).format(value).toString();
    }

    /** A number with at most this many decimals, for example latitudes and rates. */
    public static String decimal(Language language, double value, int decimals) {
        return figures(language, 0, decimals).format(value).toString();
    }

    /** An amount of centimes without its unit; whole dirhams lose their zeros. */
    public static String amount(Language language, long centimes) {
        return centimes % 100 == 0 ? number(language, centimes / 100) : exact(language, centimes, 2);
    }

    /** A count of smallest parts in whole units, to the last decimal: columns of an account stand under each other. */
    public static String exact(Language language, long smallestParts, int decimals) {
        return figures(language, decimals, decimals)
                .format(java.math.BigDecimal.valueOf(smallestParts, decimals))
                .toString();
    }

    /** ICU makes a formatter slowly and uses it quickly, from any thread. */
    private static LocalizedNumberFormatter figures(Language language, int least, int most) {
        return FIGURES.computeIfAbsent(
                new Decimals(language, least, most),
                it -> NumberFormatter.withLocale(numbersOf(language)).precision(Precision.minMaxFraction(least, most)));
    }

    /** A day in words: {@code 24 نونبر 2025}, {@code 24 novembre 2025}. */
    public static String date(Language language, LocalDate day) {
        return switch (language) {
            case AR, ZGH -> day.getDayOfMonth() + " " + MONTHS_AR[day.getMonthValue() - 1] + " " + day.getYear();
            default ->
                DateTimeFormatter.ofPattern(
                                "d MMMM yyyy", language == Language.EN ? Locale.UK : Locale.of(language.code()))
                        .format(day);
        };
    }

    /** A day in figures: {@code 24/11/2025}. */
    public static String shortDate(LocalDate day) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT).format(day);
    }

    /** A moment at the pole: {@code 24/11/2025 14:05}. */
    public static String shortDateTime(Instant instant) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT).format(instant.atZone(ZONE));
    }

    static String dateTime(Language language, Instant instant) {
        var local = instant.atZone(ZONE);
        return date(language, local.toLocalDate()) + ", "
                + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(local);
    }

    /** The name of a month, 1 to 12, as it fits under a column of a chart: {@code sept.}; Arabic names are short as they are. */
    public static String shortMonth(Language language, int month) {
        return language == Language.AR || language == Language.ZGH
                ? MONTHS_AR[month - 1]
                : java.time.Month.of(month)
                        .getDisplayName(java.time.format.TextStyle.SHORT_STANDALONE, Locale.of(language.code()));
    }

    /** The name of a month, 1 to 12. */
    public static String month(Language language, int month) {
        return language == Language.AR || language == Language.ZGH
                ? MONTHS_AR[month - 1]
                : java.time.Month.of(month)
                        .getDisplayName(java.time.format.TextStyle.FULL_STANDALONE, Locale.of(language.code()));
    }
}
