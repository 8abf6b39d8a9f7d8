package ma.qutb.materials.fund;

import static ma.qutb.documents.pdf.SheetFlow.Column.figures;
import static ma.qutb.documents.pdf.SheetFlow.Column.words;

import java.util.ArrayList;
import java.util.List;
import ma.qutb.documents.pdf.Ink;
import ma.qutb.documents.pdf.SheetFlow;
import ma.qutb.ledger.ChartRole;
import ma.qutb.materials.fund.FundReport.Line;
import ma.qutb.materials.fund.ReportCharts.Bar;

/** The accounts of a fund on its report: who gave, what money, silver and credit did, what was earned, where the stock lies. */
final class ReportTables {

    private final FundReport report;
    private final ReportWords words;
    private final SheetFlow flow;
    private final ReportCharts charts;

    ReportTables(FundReport report, ReportWords words, SheetFlow flow, ReportCharts charts) {
        this.report = report;
        this.words = words;
        this.flow = flow;
        this.charts = charts;
    }

    void print() {
        partners();
        money();
        stock();
        credit();
        result();
        points();
    }

    private void partners() {
        flow.heading(words.say("materials.report.partners"));
        var rows = report.partners().stream()
                .map(it -> List.of(
                        it.name().in(words.language()),
                        words.money(it.inPeriod()),
                        words.money(it.contributed()),
                        words.money(it.withdrawn()),
                        words.grams(it.fine())))
                .toList();
        flow.table(
                List.of(
                        words(words.say("materials.partners.partner"), 5),
                        figures(words.say("materials.report.in-period"), 3),
                        figures(words.say("materials.partners.contributed"), 3),
                        figures(words.say("materials.partners.withdrawn"), 3),
                        figures(words.say("materials.partners.grams"), 3)),
                rows,
                List.of(
                        words.say("materials.report.sum"),
                        words.money(report.partners().stream()
                                .mapToLong(FundReport.PartnerShare::inPeriod)
                                .sum()),
                        words.money(report.given().contributions()),
                        words.money(report.given().withdrawals()),
                        words.grams(report.given().fine())));
    }

    private void money() {
        flow.heading(words.say("materials.report.money"));
        moves(report.before().cash(), report.cashMoves(), report.held().cash(), "materials.report.amount");
    }

    /** In dirhams only. */
    private void moves(long before, List<Line> lines, long after, String heading) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(words.say("materials.report.before"), words.money(before)));
        lines.forEach(it -> rows.add(List.of(words.kind(it.kind()), words.money(it.money()))));
        flow.table(
                List.of(words(words.say("materials.report.what"), 3), figures(words.say(heading), 1)),
                rows,
                List.of(words.say("materials.report.after"), words.money(after)));
    }

    private void stock() {
        flow.heading(words.say("materials.report.stock"));
        var rows = new ArrayList<List<String>>();
        var bars = new ArrayList<Bar>();
        var before = words.say("materials.report.before");
        rows.add(List.of(
                before,
                words.grams(report.before().fine()),
                words.money(report.before().stock())));
        bars.add(new Bar(
                before, report.before().fine(), words.grams(report.before().fine()), Ink.NILA_300));
        for (var line : report.stockMoves()) {
            rows.add(List.of(words.kind(line.kind()), words.grams(line.fine()), words.money(line.money())));
            if (line.fine() != 0) {
                var ink = line.fine() > 0 ? Ink.OASIS_600 : Ink.OCHRE_500;
                bars.add(new Bar(words.kind(line.kind()), line.fine(), words.grams(line.fine()), ink));
            }
        }
        var after = words.say("materials.report.after");
        bars.add(new Bar(after, report.held().fine(), words.grams(report.held().fine()), Ink.NILA_700));
        flow.table(
                List.of(
                        words(words.say("materials.report.what"), 4),
                        figures(words.say("materials.partners.grams"), 2),
                        figures(words.say("materials.report.at-cost"), 2)),
                rows,
                List.of(
                        after,
                        words.grams(report.held().fine()),
                        words.money(report.held().stock())));
        flow.room(bars.size() * 7.2 + 10);
        flow.text(words.say("materials.report.stock-chart"), 0, flow.y() + 4, SheetFlow.WIDTH, flow.bold());
        flow.down(6);
        charts.bars(bars);
        report.quote()
                .ifPresent(it -> flow.paragraph(
                        words.say(
                                "materials.report.replacement",
                                words.dirhams(it.price().times(report.held().fine())),
                                words.dirhams(report.held().stock())),
                        flow.plain()));
    }

    private void credit() {
        flow.heading(words.say("materials.report.credit"));
        moves(
                report.before().receivables(),
                report.creditMoves(),
                report.held().receivables(),
                "materials.report.amount");
        flow.paragraph(
                words.say(
                        "materials.report.late",
                        report.served().debtors(),
                        words.dirhams(report.held().overdue())),
                flow.plain());
    }

    private void result() {
        flow.heading(words.say("materials.report.result"));
        long sales = -report.moved(ChartRole.SALES);
        long cost = -report.moved(ChartRole.COST_OF_SALES);
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(words.say("materials.report.sales"), words.money(sales), ""));
        rows.add(List.of(words.say("materials.report.cost"), words.money(cost), ""));
        report.others()
                .forEach(it -> rows.add(List.of(
                        words.role(it.role()),
                        words.money(-it.money()),
                        it.fine() == 0 ? "" : words.grams(-it.fine()))));
        flow.table(
                List.of(
                        words(words.say("materials.report.what"), 4),
                        figures(words.say("materials.report.amount"), 2),
                        figures(words.say("materials.partners.grams"), 2)),
                rows,
                List.of(words.say("materials.report.earned"), words.money(report.result()), ""));
        flow.pair(words.say("materials.report.reserve"), words.money(report.reserve()));
        flow.paragraph(
                words.say(
                        "materials.report.served",
                        report.served().jewellers(),
                        report.served().sales()),
                flow.plain());
    }

    private void points() {
        flow.heading(words.say("materials.report.points"));
        flow.table(
                List.of(
                        words(words.say("materials.partners.point"), 4),
                        figures(words.say("materials.partners.grams"), 2),
                        figures(words.say("materials.report.at-cost"), 2)),
                report.points().stream()
                        .map(it -> List.of(
                                it.name()
                                        .map(name -> name.in(words.language()))
                                        .orElseGet(() -> words.role(ChartRole.IN_TRANSIT)),
                                words.grams(it.fine()),
                                words.money(it.cost())))
                        .toList(),
                List.of(
                        words.say("materials.report.sum"),
                        words.grams(report.held().fine()),
                        words.money(report.held().stock())));
    }
}
