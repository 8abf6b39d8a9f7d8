package ma.qutb.spaces.scoring;

import java.util.List;
import ma.qutb.documents.PrintMark;
import ma.qutb.documents.pdf.Paper;
import ma.qutb.documents.pdf.SheetFlow;
import ma.qutb.documents.pdf.SheetFlow.Column;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Texts;
import ma.qutb.spaces.Site;

/** The minutes on paper, in one language: who sat, what counted, who kept away from what, and what each application came to. */
final class MinutesPaper {

    private final Committee committee;
    private final Site site;
    private final List<ReadingMinutes.Line> lines;
    private final List<ReadingMinutes.Kept> kept;
    private final PrintMark mark;
    private final Texts texts;
    private final Language language;
    private final Paper paper;
    private final SheetFlow flow;

    MinutesPaper(
            Committee committee,
            Site site,
            List<ReadingMinutes.Line> lines,
            List<ReadingMinutes.Kept> kept,
            PrintMark mark,
            Texts texts,
            Language language) {
        this.committee = committee;
        this.site = site;
        this.lines = lines;
        this.kept = kept;
        this.mark = mark;
        this.texts = texts;
        this.language = language;
        this.paper = Paper.titled(say("title") + " " + mark.number(), language.code(), mark.issuedAt());
        this.flow = new SheetFlow(paper, language.rightToLeft());
    }

    byte[] print() {
        head();
        sat();
        counted();
        keptAway();
        came();
        talked();
        flow.room(30);
        flow.down(12);
        flow.paragraph(say("signed"), flow.plain());
        flow.feet(sheet -> say("foot", mark.number(), sheet, flow.count()));
        return paper.finish();
    }

    private void head() {
        flow.head(
                mark,
                say("title"),
                say("of", committee.call().called(), site.name().in(language)),
                say("on", Formats.shortDateTime(mark.issuedAt())),
                committee.call().demonstration() ? say("demonstration") : "");
    }

    private void sat() {
        flow.heading(say("members"));
        flow.table(
                List.of(
                        Column.words(say("member"), 5),
                        Column.words(say("as"), 3),
                        Column.figures(say("read"), 2),
                        Column.figures(say("closed"), 3)),
                committee.members().stream()
                        .map(it -> List.of(
                                it.name(),
                                say(it.chair() ? "chair" : "sits"),
                                String.valueOf(it.scored()),
                                it.closedAt().map(Formats::shortDateTime).orElse("")))
                        .toList(),
                List.of());
    }

    private void counted() {
        flow.heading(say("criteria"));
        committee
                .call()
                .criteria()
                .forEach(it -> flow.pair(
                        texts.say(language, "spaces.call.criterion." + it.code()),
                        Formats.decimal(language, it.weight() / 100.0, 0) + "%"));
    }

    private void keptAway() {
        flow.heading(say("conflicts"));
        if (kept.isEmpty()) {
            flow.paragraph(say("no-conflicts"), flow.plain());
            return;
        }
        flow.table(
                List.of(
                        Column.figures(say("application"), 2),
                        Column.words(say("member"), 4),
                        Column.words(say("ground"), 5)),
                kept.stream()
                        .map(it -> List.of(
                                it.number(), it.member(), texts.say(language, "spaces.scoring.ground." + it.ground())))
                        .toList(),
                List.of());
    }

    private void came() {
        flow.heading(say("scores"));
        flow.table(
                List.of(
                        Column.figures(say("application"), 3),
                        Column.figures(say("sheets"), 2),
                        Column.figures(say("average"), 2),
                        Column.figures(say("spread"), 2),
                        Column.figures(say("agreed"), 2),
                        Column.figures(say("score"), 2)),
                lines.stream()
                        .map(it -> List.of(
                                it.number(),
                                String.valueOf(it.members()),
                                points(it.average()),
                                points(it.spread()),
                                it.agreed().map(this::points).orElse(""),
                                points(it.score())))
                        .toList(),
                List.of());
    }

    private void talked() {
        var said = lines.stream().filter(it -> !it.words().isEmpty()).toList();
        if (said.isEmpty()) {
            return;
        }
        flow.heading(say("talks"));
        flow.table(
                List.of(Column.figures(say("application"), 2), Column.words(say("words"), 9)),
                said.stream().map(it -> List.of(it.number(), it.words())).toList(),
                List.of());
    }

    private String points(int thousandths) {
        return Formats.exact(language, thousandths, 3);
    }

    /** A figure within a text keeps its own direction. */
    private String say(String key, Object... arguments) {
        var alone = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            alone[i] = arguments[i] instanceof String text ? "\u2068" + text + "\u2069" : arguments[i];
        }
        return texts.say(language, "spaces.scoring.minutes." + key, alone);
    }
}
