package ma.qutb.materials.fund;

import static ma.qutb.documents.pdf.SheetFlow.Column.words;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import ma.qutb.documents.pdf.SheetFlow;

/** How a fund stands, on its report: whether it is whole, how it got there, what it could die of. */
final class ReportHealth {

    private static final double GRAMS = 1_000;
    private static final double THOUSAND_DIRHAMS = 100_000;
    private static final int CHARTED = 13;

    private final FundReport report;
    private final ReportWords words;
    private final SheetFlow flow;
    private final ReportCharts charts;

    ReportHealth(FundReport report, ReportWords words, SheetFlow flow, ReportCharts charts) {
        this.report = report;
        this.words = words;
        this.flow = flow;
        this.charts = charts;
    }

    void tests() {
        flow.heading(words.say("materials.fund.tests"), 50);
        charts.test(words.say("materials.fund.test.nominal"), report.nominal(), words::dirhams);
        report.physical().ifPresent(it -> charts.test(words.say("materials.fund.test.physical"), it, words::fine));
        var verdict = report.physical()
                .filter(it -> it.asked() && report.nominal().asked())
                .map(it -> "materials.report.verdict." + (report.nominal().passed() ? "whole" : "short") + "-"
                        + (it.passed() ? "whole" : "short"));
        verdict.ifPresent(it -> flow.paragraph(words.say(it), flow.plain()));
    }

    void history() {
        flow.heading(words.say("materials.fund.history"), ReportCharts.monthsHeight());
        double half = (SheetFlow.WIDTH - 6) / 2;
        charts.months(
                words.say("materials.fund.capital.dirhams") + " (" + words.say("materials.fund.history.unit") + ")",
                words.say("materials.fund.history.dirhams"),
                0,
                half,
                ReportCharts.points(
                        report,
                        words,
                        CHARTED,
                        it -> OptionalDouble.of(it.held().equity() / THOUSAND_DIRHAMS),
                        it -> it.money() / THOUSAND_DIRHAMS));
        charts.months(
                words.say("materials.fund.grams") + " (" + words.say("materials.fund.unit.gram") + ")",
                words.say("materials.fund.grams.has"),
                half + 6,
                half,
                ReportCharts.points(
                        report,
                        words,
                        CHARTED,
                        it -> it.quote()
                                .map(quote -> OptionalDouble.of(it.held().silverAt(quote.price()) / GRAMS))
                                .orElse(OptionalDouble.empty()),
                        it -> it.fine() / GRAMS));
        flow.down(ReportCharts.monthsHeight());
    }

    void gauges() {
        if (report.gauges().isEmpty()) {
            return;
        }
        flow.heading(words.say("materials.fund.gauges"));
        var rows = new ArrayList<List<String>>();
        for (var reading : report.gauges()) {
            var gauge = reading.gauge();
            var than = gauge.dangerIsLow() ? "< " : "> ";
            var value = reading.value();
            rows.add(List.of(
                    words.say("materials.fund.gauge." + gauge.code()),
                    value == null ? "–" : words.gauge(gauge, value),
                    alone(than + words.gauge(gauge, gauge.watch())),
                    alone(than + words.gauge(gauge, gauge.alarm())),
                    words.say("materials.fund.gauge.state." + reading.state().code())));
        }
        flow.table(
                List.of(
                        words(words.say("materials.fund.gauge"), 4),
                        words(words.say("materials.report.value"), 2),
                        words(words.say("materials.fund.gauge.watch"), 2),
                        words(words.say("materials.fund.gauge.alarm"), 2),
                        words(words.say("materials.fund.gauge.state"), 2)),
                rows,
                List.of());
    }

    private static String alone(String figure) {
        return "\u2068" + figure + "\u2069";
    }
}
