package ma.qutb.materials.fund;

import ma.qutb.documents.PrintMark;
import ma.qutb.documents.pdf.Ink;
import ma.qutb.documents.pdf.Ornament;
import ma.qutb.documents.pdf.Paper;
import ma.qutb.documents.pdf.SheetFlow;
import ma.qutb.documents.pdf.Typeface;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Texts;

/** The report of a fund on paper, in one language. Every exact figure on it is one of the ledger, or the sum of some. */
final class ReportPaper {

    private static final double QR = 24;

    private final FundReport report;
    private final PrintMark mark;
    private final ReportWords words;
    private final Paper paper;
    private final SheetFlow flow;
    private final ReportCharts charts;

    ReportPaper(FundReport report, PrintMark mark, Texts texts, Language language) {
        this.report = report;
        this.mark = mark;
        this.words = new ReportWords(texts, language);
        this.paper = Paper.titled(
                words.say("materials.report.title") + " " + mark.number(), language.code(), mark.issuedAt());
        this.flow = new SheetFlow(paper, language.rightToLeft());
        this.charts = new ReportCharts(flow, words);
    }

    byte[] print() {
        head();
        capital();
        var health = new ReportHealth(report, words, flow, charts);
        health.tests();
        new ReportTables(report, words, flow, charts).print();
        health.history();
        health.gauges();
        new ReportProof(report, mark, words, flow).print();
        flow.feet(sheet -> words.say("materials.report.foot", mark.number(), sheet, flow.count()));
        return paper.finish();
    }

    private void head() {
        var sheet = flow.sheet();
        sheet.border(Ornament.LOZENGES, SheetFlow.MARGIN, flow.y(), SheetFlow.WIDTH, 4, Ink.NILA_700);
        double room = SheetFlow.WIDTH - QR - 8;
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
        double side = SheetFlow.WIDTH - QR;
        sheet.qr(
                mark.verification(),
                words.language().rightToLeft() ? flow.x(SheetFlow.WIDTH) : flow.x(side),
                top,
                QR,
                Ink.NILA_900);
        var number = SheetFlow.figures(flow.style(Typeface.BOLD, 8, Ink.NILA_900));
        double middle = flow.x(side + QR / 2);
        sheet.textWithin(QR + 4, mark.number(), middle, top + QR + 4.5, number, ma.qutb.documents.pdf.Anchor.CENTER);
        sheet.textWithin(
                QR + 4,
                mark.shortCode(),
                middle,
                top + QR + 8.5,
                SheetFlow.figures(flow.quiet()),
                ma.qutb.documents.pdf.Anchor.CENTER);
        flow.down(48);
    }

    /** What the fund is worth, twice. */
    private void capital() {
        double half = (SheetFlow.WIDTH - 4) / 2;
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
}
