package ma.qutb.materials.fund;

import java.util.List;
import ma.qutb.documents.PrintMark;
import ma.qutb.documents.pdf.Ink;
import ma.qutb.documents.pdf.SheetFlow;

/** The end of the report of a fund: why its figures can be believed, and who signs them. */
final class ReportProof {

    private final FundReport report;
    private final PrintMark mark;
    private final ReportWords words;
    private final SheetFlow flow;

    ReportProof(FundReport report, PrintMark mark, ReportWords words, SheetFlow flow) {
        this.report = report;
        this.mark = mark;
        this.words = words;
        this.flow = flow;
    }

    void print() {
        proof();
        signatures();
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
        double width = (SheetFlow.WIDTH - 12) / 3;
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
}
