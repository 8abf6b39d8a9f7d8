package ma.qutb.materials.fund;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.Commodity;
import ma.qutb.materials.UnitPrice;
import ma.qutb.materials.fund.FundSheet.Figure;
import ma.qutb.materials.fund.FundSheet.MonthEnd;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Page;
import ma.qutb.shell.chart.Chart;

/** How figures of a fund are written and drawn. */
public final class FundPage {

    private static final double THOUSAND_DIRHAMS = 100_000;
    private static final double GRAMS = 1_000;

    private FundPage() {}

    /** Milligrams as grams, to the last one. */
    public static String grams(Page page, long milligrams) {
        return page.exact(milligrams, 3);
    }

    /** Milligrams as whole grams, for large figures whose exact value stands elsewhere. */
    public static String wholeGrams(Page page, long milligrams) {
        return page.number(Math.floorDiv(milligrams + 500, 1000));
    }

    /** Centimes as whole dirhams, for large figures whose exact value stands elsewhere. */
    public static String wholeDirhams(Page page, long centimes) {
        return page.number(Math.floorDiv(centimes + 50, 100));
    }

    /** Dirhams for a gram. */
    public static String perGram(Page page, UnitPrice price) {
        return page.decimal(price.perUnit(3).doubleValue(), 3);
    }

    /** Hundredths of a percent, as percents with a decimal. */
    public static String percent(Page page, long share) {
        return page.decimal(share / 100.0, 1);
    }

    /** How much of what is needed there is, in percents; a dash where nothing was put in. */
    public static String share(Page page, CapitalTest test) {
        return test.asked() ? percent(page, test.share()) : "—";
    }

    public static String say(Page page, Figure figure, long amount) {
        return figure.commodity().equals(Commodity.MAD) ? page.exact(amount, 2) : grams(page, amount);
    }

    public static String unit(Page page, Figure figure) {
        return page.t(figure.commodity().equals(Commodity.MAD) ? "shell.unit.dirham" : "materials.fund.unit.gram");
    }

    /** A value of a gauge with its unit. */
    public static String gauge(Page page, Gauge gauge, long value) {
        return switch (gauge.unit()) {
            case SHARE -> page.t("materials.fund.unit.percent", percent(page, value));
            case DAYS -> page.t("materials.fund.unit.days", value);
            case TURNS -> page.t("materials.fund.unit.turns", page.decimal(value / 100.0, 1));
        };
    }

    public static String tone(Gauge.State state) {
        return switch (state) {
            case GOOD -> "ok";
            case WATCH -> "warn";
            case ALARM -> "bad";
            case UNKNOWN -> "off";
        };
    }

    /** A month in words with its year. */
    public static String month(Language language, YearMonth month) {
        return Formats.month(language, month.getMonthValue()) + " " + month.getYear();
    }

    /** Both capitals over the months: equity, and the silver at the price it was founded at, beside what was given. */
    public static Chart history(Page page, FundSheet sheet, int months) {
        var shown = List.copyOf(sheet.months().entrySet());
        shown = shown.subList(Math.max(0, shown.size() - months), shown.size());
        var equity = new ArrayList<Double>();
        var silver = new ArrayList<Double>();
        var given = new ArrayList<Double>();
        for (var month : shown) {
            var end = month.getValue();
            equity.add(end.held().equity() / THOUSAND_DIRHAMS);
            silver.add(atFoundingPrice(end, sheet.given()));
            given.add(end.given().money() / THOUSAND_DIRHAMS);
        }
        return Chart.lines(
                        page.t("materials.fund.history"),
                        shown.stream().map(it -> shortMonth(page, it.getKey())).toList())
                .with(page.t("materials.fund.history.dirhams"), equity)
                .with(page.t("materials.fund.history.silver"), silver)
                .with(page.t("materials.fund.history.given"), given)
                .in(page.t("materials.fund.history.unit"));
    }

    private static @org.jspecify.annotations.Nullable Double atFoundingPrice(MonthEnd end, Founding given) {
        return end.quote()
                .filter(it -> given.fine() > 0)
                .map(it -> end.held().silverAt(it.price()) * (given.money() / THOUSAND_DIRHAMS) / given.fine())
                .orElse(null);
    }

    /** The grams the fund has or could buy, month by month, beside those it was given. */
    public static Chart grams(Page page, FundSheet sheet) {
        var months = sheet.months();
        return Chart.bars(
                        page.t("materials.fund.grams"),
                        months.keySet().stream().map(it -> shortMonth(page, it)).toList())
                .with(
                        page.t("materials.fund.grams.has"),
                        months.values().stream()
                                .map(it -> it.quote()
                                        .map(quote -> it.held().silverAt(quote.price()) / GRAMS)
                                        .orElse(null))
                                .toList())
                .with(
                        page.t("materials.fund.grams.given"),
                        months.values().stream()
                                .map(it -> it.given().fine() / GRAMS)
                                .toList())
                .in(page.t("materials.fund.unit.gram"));
    }

    /** Both capitals of a simulated fund, in percents of what it began with. */
    public static Chart simulated(Page page, List<Simulation.Month> months) {
        return Chart.lines(
                        page.t("materials.simulator.chart"),
                        months.stream().map(it -> page.number(it.number())).toList())
                .with(
                        page.t("materials.fund.test.nominal"),
                        months.stream().map(it -> it.nominal().share() / 100.0).toList())
                .with(
                        page.t("materials.fund.test.physical"),
                        months.stream().map(it -> it.physical().share() / 100.0).toList())
                .with(
                        page.t("materials.simulator.begun"),
                        months.stream().map(it -> 100.0).toList())
                .in(page.t("materials.simulator.unit"));
    }

    /** What the sales brought beyond what the silver sold had cost. */
    public static long profit(List<Simulation.Month> months) {
        return months.stream().mapToLong(Simulation.Month::profit).sum();
    }

    private static String shortMonth(Page page, YearMonth month) {
        return month.getMonthValue() == 1
                ? String.valueOf(month.getYear())
                : Formats.shortMonth(page.language(), month.getMonthValue());
    }

    /** Where the mark of what is needed stands on a bar, and how far the bar goes, in percents of the bar. */
    public static double length(CapitalTest test) {
        return test.share() * target(test) / 10_000;
    }

    public static double target(CapitalTest test) {
        return 10_000.0 / Math.max(12_500, test.share()) * 100;
    }
}
