package ma.qutb.materials.fund;

import static ma.qutb.materials.fund.ReportFlow.Column.figures;
import static ma.qutb.materials.fund.ReportFlow.Column.words;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import ma.qutb.documents.PrintMark;
import ma.qutb.documents.pdf.Ink;
import ma.qutb.documents.pdf.Ornament;
import ma.qutb.documents.pdf.Paper;
import ma.qutb.documents.pdf.Typeface;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.ChartRole;
import ma.qutb.materials.fund.FundReport.Line;
import ma.qutb.materials.fund.ReportCharts.Bar;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Texts;

/** The report of a fund on paper, in one language. Every exact figure on it is one of the ledger, or the sum of some. */
final class ReportPaper {

    private static final double GRAMS = 1_000;
    private static final double THOUSAND_DIRHAMS = 100_000;
    private static final int CHARTED = 13;
    private static final double QR = 24;

    private final FundReport report;
    private final PrintMark mark;
    private final ReportWords words;
    private final Paper paper;
    private final ReportFlow flow;
    private final ReportCharts charts;

    ReportPaper(FundReport report, PrintMark mark, Texts texts, Language language) {
        this.report = report;
        this.mark = mark;
        this.words = new ReportWords(texts, language);
        this.paper = Paper.titled(
                words.say("materials.report.title") + " " + mark.number(), language.code(), mark.issuedAt());
        this.flow = new ReportFlow(paper, language.rightToLeft());
        this.charts = new ReportCharts(flow, words);
    }

    byte[] print() {
        head();
        capital();
        tests();
        partners();
        money();
        stock();
        credit();
        result();
        points();
        history();
        gauges();
        proof();
        signatures();
        flow.feet(sheet -> words.say("materials.report.foot", mark.number(), sheet, flow.count()));
        return paper.finish();
    }

    private void head() {
        var sheet = flow.sheet();
        sheet.border(Ornament.LOZENGES, ReportFlow.MARGIN, flow.y(), ReportFlow.WIDTH, 4, Ink.NILA_700);
        double room = ReportFlow.WIDTH - QR - 8;
        double top = flow.y() + 9;
        flow.text(words.say("materials.report.title"), 0, top + 7, room, flow.style(Typeface.TITLE, 19, Ink.NILA_800));
        flow.text(
                report.fund().name().in(words.language()),
                0,
                top + 15,
                room,
                flow.style(Typeface.BOLD, 12, Ink.OCHRE_700));
        flow.text(
                words.say("materials.report.period", words.period(report.period())),
                0,
                top + 22,
                room,
                flow.style(Typeface.BOLD, 10, Ink.TEXT));
        flow.text(words.say("materials.report.until", words.moment(report.at())), 0, top + 27.5, room, flow.quiet());
        if (report.fund().demonstration()) {
            flow.text(
                    words.say("materials.report.demonstration"),
                    0,
                    top + 33,
                    room,
                    flow.style(Typeface.BOLD, 9, Ink.POME_500));
        }
        double side = ReportFlow.WIDTH - QR;
        sheet.qr(
                mark.verification(),
                words.language().rightToLeft() ? flow.x(ReportFlow.WIDTH) : flow.x(side),
                top,
                QR,
                Ink.NILA_900);
        var number = ReportFlow.figures(flow.style(Typeface.BOLD, 8, Ink.NILA_900));
        double middle = flow.x(side + QR / 2);
        sheet.textWithin(QR + 4, mark.number(), middle, top + QR + 4.5, number, ma.qutb.documents.pdf.Anchor.CENTER);
        sheet.textWithin(
                QR + 4,
                mark.shortCode(),
                middle,
                top + QR + 8.5,
                ReportFlow.figures(flow.quiet()),
                ma.qutb.documents.pdf.Anchor.CENTER);
        flow.down(48);
    }

    /** What the fund is worth, twice. */
    private void capital() {
        double half = (ReportFlow.WIDTH - 4) / 2;
        double top = flow.y();
        value(
                0,
                half,
                top,
                "materials.fund.capital.dirhams",
                words.dirhams(report.held().equity()));
        value(
                half + 4,
                half,
                top,
                "materials.fund.capital.silver",
                report.physical().map(it -> words.fine(it.has())).orElse("–"));
        flow.down(26);
        flow.paragraph(
                report.quote()
                        .map(it -> words.say(
                                "materials.report.price", words.perGram(it.price()), Formats.shortDate(it.day())))
                        .orElseGet(() -> words.say("materials.report.no-price")),
                flow.quiet());
    }

    private void value(double along, double width, double top, String label, String value) {
        flow.box(along, top, width, 22, 2.5, Ink.NILA_800);
        flow.text(words.say(label), along + 5, top + 7.5, width - 10, flow.style(Typeface.TEXT, 9, Ink.NILA_100));
        flow.text(value, along + 5, top + 17, width - 10, flow.style(Typeface.BOLD, 17, Ink.WHITE));
    }

    private void tests() {
        flow.heading(words.say("materials.fund.tests"), 50);
        charts.test(words.say("materials.fund.test.nominal"), report.nominal(), words::dirhams);
        report.physical().ifPresent(it -> charts.test(words.say("materials.fund.test.physical"), it, words::fine));
        var verdict = report.physical()
                .filter(it -> it.asked() && report.nominal().asked())
                .map(it -> "materials.report.verdict." + (report.nominal().passed() ? "whole" : "short") + "-"
                        + (it.passed() ? "whole" : "short"));
        verdict.ifPresent(it -> flow.paragraph(words.say(it), flow.plain()));
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
        flow.text(words.say("materials.report.stock-chart"), 0, flow.y() + 4, ReportFlow.WIDTH, flow.bold());
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

    private void history() {
        flow.heading(words.say("materials.fund.history"), ReportCharts.monthsHeight());
        double half = (ReportFlow.WIDTH - 6) / 2;
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

    private void gauges() {
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

    private void proof() {
        // Signed on the sheet that says what is signed.
        flow.heading(words.say("materials.report.proof"), 78);
        flow.paragraph(words.say("materials.report.written"), flow.plain());
        report.seal()
                .ifPresent(
                        it -> flow.paragraph(words.say("materials.report.seal", it.number(), it.hash()), flow.plain()));
        flow.paragraph(
                report.proved()
                        .map(it -> words.say(
                                it.whole() ? "materials.report.proved" : "materials.report.damaged",
                                words.moment(it.at()),
                                it.entries()))
                        .orElseGet(() -> words.say("materials.report.unproved")),
                flow.plain());
        flow.paragraph(
                words.say("materials.report.verify", mark.form(), mark.number(), mark.shortCode()), flow.plain());
    }

    private void signatures() {
        flow.room(40);
        flow.down(10);
        double width = (ReportFlow.WIDTH - 12) / 3;
        var who = List.of("cooperative", "director", "partner");
        for (int i = 0; i < who.size(); i++) {
            double along = i * (width + 6);
            flow.text(words.say("materials.report.sign." + who.get(i)), along, flow.y(), width, flow.bold());
            flow.text(words.say("materials.report.sign.date"), along, flow.y() + 5.5, width, flow.quiet());
            double line = flow.y() + 22;
            flow.sheet().line(flow.x(along), line, flow.x(along + width), line, Ink.TEXT_QUIET, 0.25);
        }
        flow.down(26);
    }

    private static String alone(String figure) {
        return "\u2068" + figure + "\u2069";
    }
}
