package ma.qutb.spaces.figure;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.qutb.kernel.Language;
import ma.qutb.registry.LocalName;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Page;
import ma.qutb.shell.chart.Chart;
import ma.qutb.spaces.Site;

/**
 * The figures of the sites one sees, or of one of them.
 *
 * @param months oldest first
 * @param crafts what crafts brought in these months, most first
 * @param empty units that stand empty today, longest first
 * @param turnover days units stood empty between two tenants in these months, on average
 */
public record SpacesFigures(
        List<Site> sites,
        Optional<Site> site,
        List<Month> months,
        List<Craft> crafts,
        List<Empty> empty,
        Optional<Long> turnover,
        Jobs jobs,
        Map<String, LocalName> names) {

    /** At the end of a month: how many units can be let and are; money in centimes. */
    public record Month(YearMonth month, int units, int let, long posted, long paid, long sold) {

        public int percent() {
            return units == 0 ? 0 : Math.round(100f * let / units);
        }
    }

    /** A craft, how many leases and centimes of rent. */
    public record Craft(String code, int leases, long amount) {}

    /** A unit that stands empty. */
    public record Empty(String id, String number, long days) {}

    /** Who works in units that are let. */
    public record Jobs(int shops, int counted, int women, int men) {

        public int all() {
            return women + men;
        }
    }

    private static final double CENTIMES = 100.0;
    private static final int CRAFTS = 8;

    public Month now() {
        return months.getLast();
    }

    public Chart occupancy(Page page) {
        return Chart.lines(page.t("spaces.figures.occupancy"), labels(page.language()))
                .with(
                        page.t("spaces.figures.occupancy"),
                        months.stream().map(Month::percent).toList())
                .in("%");
    }

    public Chart income(Page page) {
        return Chart.bars(page.t("spaces.figures.income"), labels(page.language()))
                .with(
                        page.t("spaces.rent.charged"),
                        months.stream().map(it -> it.posted() / CENTIMES).toList())
                .with(
                        page.t("spaces.rent.came"),
                        months.stream().map(it -> it.paid() / CENTIMES).toList())
                .in(page.t("shell.unit.dirham"));
    }

    public Chart byCraft(Page page) {
        var some = crafts.stream().limit(CRAFTS).toList();
        return Chart.rows(
                        page.t("spaces.figures.crafts"),
                        some.stream().map(it -> name(it, page.language())).toList())
                .with(
                        page.t("spaces.rent.charged"),
                        some.stream().map(it -> it.amount() / CENTIMES).toList())
                .in(page.t("shell.unit.dirham"));
    }

    public Chart sales(Page page) {
        return Chart.lines(page.t("spaces.figures.sales"), labels(page.language()))
                .with(
                        page.t("spaces.figures.sales"),
                        months.stream().map(it -> it.sold() / CENTIMES).toList())
                .in(page.t("shell.unit.dirham"));
    }

    public boolean sold() {
        return months.stream().anyMatch(it -> it.sold() > 0);
    }

    public String name(Craft craft, Language language) {
        var name = names.get(craft.code());
        return name == null ? "—" : name.in(language);
    }

    private List<String> labels(Language language) {
        return months.stream()
                .map(it -> Formats.shortMonth(language, it.month().getMonthValue()))
                .toList();
    }
}
