package ma.qutb.spaces.award;

import ma.qutb.documents.PrintMark;
import ma.qutb.documents.pdf.Ink;
import ma.qutb.documents.pdf.Paper;
import ma.qutb.documents.pdf.SheetFlow;
import ma.qutb.documents.pdf.Typeface;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Texts;
import ma.qutb.spaces.Site;

/** The letter on paper, in one language: what came out, and the one reason for each unit asked for. */
final class LetterPaper {

    private final Outcome it;
    private final Site site;
    private final PrintMark mark;
    private final Texts texts;
    private final Language language;
    private final Paper paper;
    private final SheetFlow flow;

    LetterPaper(Outcome it, Site site, PrintMark mark, Texts texts, Language language) {
        this.it = it;
        this.site = site;
        this.mark = mark;
        this.texts = texts;
        this.language = language;
        this.paper = Paper.titled(say("spaces.letter.title") + " " + mark.number(), language.code(), mark.issuedAt());
        this.flow = new SheetFlow(paper, language.rightToLeft());
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
        flow.head(
                mark,
                say("spaces.letter.title"),
                say("spaces.scoring.minutes.of", it.call().called(), site.name().in(language)),
                say("spaces.scoring.minutes.on", Formats.shortDateTime(mark.issuedAt())),
                it.call().demonstration() ? say("spaces.scoring.minutes.demonstration") : "");
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
