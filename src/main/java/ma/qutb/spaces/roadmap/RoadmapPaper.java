package ma.qutb.spaces.roadmap;

import java.time.LocalDate;
import java.util.List;
import ma.qutb.documents.PrintMark;
import ma.qutb.documents.pdf.Anchor;
import ma.qutb.documents.pdf.Ink;
import ma.qutb.documents.pdf.Ornament;
import ma.qutb.documents.pdf.Paper;
import ma.qutb.documents.pdf.SheetFlow;
import ma.qutb.documents.pdf.SheetFlow.Column;
import ma.qutb.documents.pdf.Typeface;
import ma.qutb.shell.Formats;

/** The roadmap of a place on paper, in one language: how far its premises have come, what they cost, what came of them. */
final class RoadmapPaper {

    private static final double QR = 24;
    private static final double TILE = 20;

    private final Whole whole;
    private final String place;
    private final PrintMark mark;
    private final PaperWords words;
    private final Paper paper;
    private final SheetFlow flow;

    RoadmapPaper(Whole whole, String place, PrintMark mark, PaperWords words) {
        this.whole = whole;
        this.place = place;
        this.mark = mark;
        this.words = words;
        this.paper = Paper.titled(
                words.say("title") + " " + mark.number(), words.language().code(), mark.issuedAt());
        this.flow = new SheetFlow(paper, words.language().rightToLeft());
    }

    byte[] print() {
        head();
        tiles();
        whole.columns().forEach(this::step);
        aside();
        results();
        flow.feet(sheet -> words.say("paper.foot", mark.number(), sheet, flow.count()));
        return paper.finish();
    }

    private void head() {
        var sheet = flow.sheet();
        sheet.border(Ornament.LOZENGES, SheetFlow.MARGIN, flow.y(), SheetFlow.WIDTH, 4, Ink.NILA_700);
        double room = SheetFlow.WIDTH - QR - 8;
        double top = flow.y() + 9;
        flow.text(words.say("paper.title"), 0, top + 7, room, flow.style(Typeface.TITLE, 19, Ink.NILA_800));
        flow.text(place, 0, top + 15, room, flow.style(Typeface.BOLD, 13, Ink.OCHRE_700));
        flow.text(
                words.say("paper.day", words.day(LocalDate.ofInstant(mark.issuedAt(), Formats.ZONE))),
                0,
                top + 22,
                room,
                flow.quiet());
        if (whole.demonstration()) {
            flow.text(words.say("paper.demonstration"), 0, top + 28, room, flow.style(Typeface.BOLD, 9, Ink.POME_500));
        }
        double side = SheetFlow.WIDTH - QR;
        sheet.qr(
                mark.verification(),
                words.language().rightToLeft() ? flow.x(SheetFlow.WIDTH) : flow.x(side),
                top,
                QR,
                Ink.NILA_900);
        double middle = flow.x(side + QR / 2);
        sheet.textWithin(
                QR + 4,
                mark.number(),
                middle,
                top + QR + 4.5,
                SheetFlow.figures(flow.style(Typeface.BOLD, 8, Ink.NILA_900)),
                Anchor.CENTER);
        sheet.textWithin(
                QR + 4, mark.shortCode(), middle, top + QR + 8.5, SheetFlow.figures(flow.quiet()), Anchor.CENTER);
        flow.down(46);
    }

    private void tiles() {
        double width = (SheetFlow.WIDTH - 9) / 4;
        double top = flow.y();
        tile(
                0,
                width,
                top,
                words.say("paper.premises"),
                words.number(whole.cards().size()));
        tile(
                width + 3,
                width,
                top,
                words.say("paper.open"),
                words.number(whole.open().size()));
        tile(2 * (width + 3), width, top, words.say("women"), words.number(whole.women()));
        tile(3 * (width + 3), width, top, words.say("paper.budget"), words.dirhams(whole.budget()));
        flow.down(TILE + 3);
    }

    private void tile(double along, double width, double top, String label, String value) {
        flow.box(along, top, width, TILE, 2.5, Ink.NILA_800);
        flow.text(label, along + 3, top + 6.5, width - 6, flow.style(Typeface.TEXT, 8.5, Ink.NILA_100));
        flow.text(value, along + 3, top + 15.5, width - 6, flow.style(Typeface.BOLD, 15, Ink.WHITE));
    }

    private void step(Step step, List<Board.Card> cards) {
        if (cards.isEmpty()) {
            return;
        }
        flow.heading(words.say("paper.step", words.say("step." + step.code()), cards.size()));
        flow.table(
                List.of(
                        Column.figures(words.say("paper.number"), 1),
                        Column.words(words.say("paper.name"), 5),
                        Column.words(words.say("paper.commune"), 3),
                        Column.words(words.say("paper.since"), 2.2),
                        Column.words(words.say("paper.expected"), 2.2),
                        Column.figures(words.say("paper.cost"), 2.2),
                        Column.figures(words.say("paper.promised"), 2.2)),
                cards.stream()
                        .map(it -> List.of(
                                String.valueOf(it.number()),
                                it.name(),
                                it.place().in(words.language()),
                                words.shortDay(it.since()),
                                it.expected().map(words::shortDay).orElse("–"),
                                it.budget().map(words::dirhams).orElse("–"),
                                it.promised() == 0 ? "–" : words.dirhams(it.promised())))
                        .toList(),
                List.of());
    }

    private void aside() {
        if (whole.aside().isEmpty()) {
            return;
        }
        flow.heading(
                words.say("paper.step", words.say("step.aside"), whole.aside().size()));
        flow.table(
                List.of(
                        Column.figures(words.say("paper.number"), 1),
                        Column.words(words.say("paper.name"), 5),
                        Column.words(words.say("paper.commune"), 3),
                        Column.words(words.say("paper.why"), 8)),
                whole.aside().stream()
                        .map(it -> List.of(
                                String.valueOf(it.number()),
                                it.name(),
                                it.place().in(words.language()),
                                it.why()))
                        .toList(),
                List.of());
    }

    private void results() {
        if (whole.quarters().isEmpty()) {
            return;
        }
        flow.heading(words.say("results"));
        flow.table(
                List.of(
                        Column.words(words.say("result.quarter"), 4),
                        Column.figures(words.say("women"), 3),
                        Column.figures(words.say("activities"), 3),
                        Column.figures(words.say("cooperatives"), 3)),
                whole.quarters().reversed().stream()
                        .map(it -> List.of(
                                words.say(
                                        "quarter",
                                        it.number(),
                                        String.valueOf(it.first().getYear())),
                                words.number(it.women()),
                                words.number(it.activities()),
                                words.number(it.cooperatives())))
                        .toList(),
                List.of());
    }
}
