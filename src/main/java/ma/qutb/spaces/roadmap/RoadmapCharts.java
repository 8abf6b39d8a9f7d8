package ma.qutb.spaces.roadmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import ma.qutb.shell.Page;
import ma.qutb.shell.chart.Chart;

/** The roadmap drawn. */
public final class RoadmapCharts {

    /** A thousand dirhams in centimes. */
    private static final long THOUSAND = 100_000;

    private RoadmapCharts() {}

    /** How many premises stand at each step. */
    public static Chart steps(Page page, Whole it) {
        var names = Stream.of(Step.values())
                .map(step -> page.t("spaces.roadmap.step." + step.code()))
                .toList();
        return Chart.bars(page.t("spaces.roadmap.by-step"), names)
                .with(
                        page.t("spaces.roadmap.paper.premises"),
                        Stream.of(Step.values()).map(it::at).toList());
    }

    /** Women at work and cooperatives hosted, quarter by quarter. */
    public static Chart results(Page page, Whole it) {
        var quarters = it.quarters().stream()
                .map(one -> page.t(
                        "spaces.roadmap.quarter.short",
                        one.number(),
                        String.valueOf(one.first().getYear())))
                .toList();
        return Chart.bars(page.t("spaces.roadmap.by-quarter"), quarters)
                .with(
                        page.t("spaces.roadmap.women"),
                        it.quarters().stream().map(Board.Quarter::women).toList())
                .with(
                        page.t("spaces.roadmap.activities"),
                        it.quarters().stream().map(Board.Quarter::activities).toList())
                .with(
                        page.t("spaces.roadmap.cooperatives"),
                        it.quarters().stream().map(Board.Quarter::cooperatives).toList());
    }

    /** What conversions cost and what is promised, by commune, in thousands of dirhams. */
    public static Chart money(Page page, Whole it) {
        var communes = new ArrayList<>(it.communes().values());
        communes.removeIf(cards -> budget(cards) == 0);
        communes.sort(Comparator.comparingLong(RoadmapCharts::budget).reversed());
        return Chart.bars(
                        page.t("spaces.roadmap.by-commune"),
                        communes.stream()
                                .map(cards -> cards.getFirst().place().in(page.language()))
                                .toList())
                .in(page.t("spaces.roadmap.thousands"))
                .with(
                        page.t("spaces.roadmap.plan.budget"),
                        communes.stream().map(cards -> budget(cards) / THOUSAND).toList())
                .with(
                        page.t("spaces.roadmap.promised"),
                        communes.stream()
                                .map(cards -> cards.stream()
                                                .filter(one -> !one.aside())
                                                .mapToLong(Board.Card::promised)
                                                .sum()
                                        / THOUSAND)
                                .toList());
    }

    private static long budget(List<Board.Card> cards) {
        return cards.stream()
                .filter(it -> !it.aside())
                .mapToLong(it -> it.budget().orElse(0L))
                .sum();
    }
}
