package ma.qutb.spaces.award;

import ma.qutb.documents.PrintMark;
import ma.qutb.documents.pdf.Anchor;
import ma.qutb.documents.pdf.Ink;
import ma.qutb.documents.pdf.Ornament;
import ma.qutb.documents.pdf.Paper;
import ma.qutb.documents.pdf.PaperFlow;
import ma.qutb.documents.pdf.Typeface;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Texts;
import ma.qutb.spaces.Site;

/** The letter on paper, in one language: what came out, and the one reason for each unit asked for. */
final class LetterPaper {

    private static final double QR = 24;

    private final Outcome it;
    private final Site site;
    private final PrintMark mark;
    private final Texts texts;
    private final Language language;
    private final Paper paper;
    private final PaperFlow flow;

    LetterPaper(Outcome it, Site site, PrintMark mark, Texts texts, Language language) {
        this.it = it;
        this.site = site;
        this.mark = mark;
        this.texts = texts;
        this.language = language;
        this.paper = Paper.titled(say("spaces.letter.title") + " " + mark.number(), language.code(), mark.issuedAt());
        this.flow = new PaperFlow(paper, language.rightToLeft());
    }

    /** In one sentence. */
    static String outcome(Outcome it, Texts texts, Language language) {
        var unit = it.taken().or(it::offer).map(Offer::number).or(it::unit).orElse("");
        return texts.say(
                language,
                "spaces.award.outcome." + it.code(),
                unit,
                it.position().orElse(0));
    }

    byte[] print() {
        head();
        flow.paragraph(
                say("spaces.letter.to", it.party().in(language), it.number()), flow.style(Typeface.BOLD, 11, Ink.TEXT));
        flow.down(4);
        flow.heading(outcome(it, texts, language));
        flow.paragraph(
                say("spaces.letter.points", Formats.exact(language, it.score(), 3), String.valueOf(it.place())),
                flow.plain());
        flow.heading(say("spaces.award.why"));
        for (var one : it.why()) {
            flow.paragraph(
                    "• "
                            + texts.say(
                                    language,
                                    one.key(),
                                    one.arguments(
                                            language, group -> texts.say(language, "spaces.call.group." + group))),
                    flow.style(Typeface.TEXT, 10, Ink.TEXT));
            flow.down(1.5);
        }
        flow.heading(say("spaces.letter.now"));
        flow.paragraph(
                say(
                        "spaces.letter.appeal",
                        Formats.shortDate(it.call().calendar().objectionsUntil())),
                flow.plain());
        flow.paragraph(say("spaces.letter.verify", it.call().called()), flow.plain());
        flow.feet(sheet -> say("spaces.letter.foot", mark.number(), sheet, flow.count()));
        return paper.finish();
    }

    private void head() {
        var sheet = flow.sheet();
        double top = flow.y() + 9;
        double room = PaperFlow.WIDTH - QR - 8;
        sheet.border(Ornament.LOZENGES, PaperFlow.MARGIN, flow.y(), PaperFlow.WIDTH, 4, Ink.NILA_700);
        flow.text(say("spaces.letter.title"), 0, top + 7, room, flow.style(Typeface.TITLE, 18, Ink.NILA_800));
        flow.text(
                say("spaces.scoring.minutes.of", it.call().called(), site.name().in(language)),
                0,
                top + 15,
                room,
                flow.style(Typeface.BOLD, 11, Ink.OCHRE_700));
        flow.text(
                say("spaces.scoring.minutes.on", Formats.shortDateTime(mark.issuedAt())),
                0,
                top + 21.5,
                room,
                flow.quiet());
        if (it.call().demonstration()) {
            flow.text(
                    say("spaces.scoring.minutes.demonstration"),
                    0,
                    top + 27,
                    room,
                    flow.style(Typeface.BOLD, 9, Ink.POME_500));
        }
        double side = PaperFlow.WIDTH - QR;
        sheet.qr(mark.verification(), flow.x(language.rightToLeft() ? PaperFlow.WIDTH : side), top, QR, Ink.NILA_900);
        double middle = flow.x(side + QR / 2);
        var number = PaperFlow.figures(flow.style(Typeface.BOLD, 8, Ink.NILA_900));
        sheet.textWithin(QR + 4, mark.number(), middle, top + QR + 4.5, number, Anchor.CENTER);
        sheet.textWithin(
                QR + 4, mark.shortCode(), middle, top + QR + 8.5, PaperFlow.figures(flow.quiet()), Anchor.CENTER);
        flow.down(48);
    }

    /** A figure within a text keeps its own direction. */
    private String say(String key, Object... arguments) {
        var alone = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            alone[i] = arguments[i] instanceof String text ? "\u2068" + text + "\u2069" : arguments[i];
        }
        return texts.say(language, key, alone);
    }
}
