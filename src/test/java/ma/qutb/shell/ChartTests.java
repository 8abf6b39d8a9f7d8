package ma.qutb.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import ma.qutb.kernel.Language;
import ma.qutb.shell.chart.Chart;
import org.junit.jupiter.api.Test;

class ChartTests {

    private static final List<String> YEARS = List.of("2009", "2010", "2011");
    private static final Page ARABIC = Drawn.page(Language.AR, "/app", null);
    private static final Page FRENCH = Drawn.page(Language.FR, "/app", null);

    @Test
    void timeRunsRightToLeftInArabicAndLeftToRightInFrench() {
        var chart = Chart.bars("", YEARS).with("", 1, 9, 15);

        assertThat(xOfLabel(chart, ARABIC, "2009")).isGreaterThan(xOfLabel(chart, ARABIC, "2011"));
        assertThat(xOfLabel(chart, FRENCH, "2009")).isLessThan(xOfLabel(chart, FRENCH, "2011"));
    }

    @Test
    void whatIsNotKnownIsAGapAndNotAZero() {
        var chart = Chart.lines("", YEARS).with("", 4, null, 6);

        assertThat(chart.draw(FRENCH).dots()).hasSize(2);
        assertThat(chart.draw(FRENCH).curves())
                .singleElement()
                .satisfies(it -> assertThat(it.path()).doesNotContain("L"));
        assertThat(Drawn.template("tag/chart", FRENCH, Map.of("chart", chart)))
                .contains("<span class=\"q-num\">—</span>");
    }

    @Test
    void barsReachWhatTheyCount() {
        var bars = Chart.bars("", YEARS).with("", 10, 20, 40).draw(FRENCH).bars();

        double first = Double.parseDouble(bars.get(0).height());
        assertThat(Double.parseDouble(bars.get(1).height())).isCloseTo(2 * first, within(.2));
        assertThat(Double.parseDouble(bars.get(2).height())).isCloseTo(4 * first, within(.4));
    }

    @Test
    void aStackIsAsHighAsItsPartsTogether() {
        var drawn =
                Chart.stacked("", List.of("2009")).with("a", 30).with("b", 12).draw(FRENCH);

        assertThat(drawn.labels()).anyMatch(it -> it.text().equals("42"));
    }

    @Test
    void theSharesOfARingMakeAWhole() {
        var parts = Chart.ring("", YEARS).with("", 1, 1, 2).parts();

        assertThat(parts.stream().mapToDouble(Chart.Part::share).sum()).isCloseTo(100, within(.001));
        assertThat(parts.getLast().begins()).isCloseTo(50, within(.001));
    }

    @Test
    void everyChartHasItsTableBehindIt() {
        for (var kind : Chart.Kind.values()) {
            var chart = new Chart(kind, "عنوان", "", YEARS, List.of()).with("", 1, 2, 3);
            assertThat(Drawn.template("tag/chart", ARABIC, Map.of("chart", chart)))
                    .as(kind.name())
                    .contains("<table", "<th scope=\"row\">2010</th>");
        }
    }

    @Test
    void aChartOfNothingStillDraws() {
        for (var kind : Chart.Kind.values()) {
            var chart = new Chart(kind, "", "", List.of(), List.of()).with("");
            assertThat(Drawn.template("tag/chart", ARABIC, Map.of("chart", chart)))
                    .contains("<figure");
        }
    }

    private static double xOfLabel(Chart chart, Page page, String text) {
        return chart.draw(page).labels().stream()
                .filter(it -> it.text().equals(text))
                .mapToDouble(it -> Double.parseDouble(it.x()))
                .findFirst()
                .orElseThrow();
    }
}
