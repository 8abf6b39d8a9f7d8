package ma.qutb.market.payout;

import java.time.Clock;
import java.util.List;
import ma.qutb.documents.pdf.Anchor;
import ma.qutb.documents.pdf.Ink;
import ma.qutb.documents.pdf.Ornament;
import ma.qutb.documents.pdf.Paper;
import ma.qutb.documents.pdf.Sheet;
import ma.qutb.documents.pdf.SheetSize;
import ma.qutb.documents.pdf.TextStyle;
import ma.qutb.documents.pdf.Typeface;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Texts;
import org.springframework.stereotype.Component;

/** Draws the statement of a payout with the line where the maker signs: Arabic at the right, French after it. */
@Component
class PayoutSheet {

    private static final double EDGE = 190;
    private static final double LEFT = 20;
    private static final double BOTTOM = 240;
    private static final double STEP = 7.2;

    private final Texts texts;
    private final Clock clock;

    PayoutSheet(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    byte[] draw(Payout it, List<PayoutLine> lines) {
        var paper = Paper.titled(arabic("title") + " " + it.said(), "ar", clock.instant());
        var sheet = paper.sheet(SheetSize.A4);
        double y = head(sheet, it);
        for (var line : lines) {
            if (y > BOTTOM) {
                sheet = paper.sheet(SheetSize.A4);
                y = 30;
            }
            var what = both(line.back() ? "returned" : "sold") + " \u2066" + line.number() + "\u2069 · \u2066"
                    + Formats.shortDate(line.on()) + "\u2069";
            y = line(sheet, y, what, line.amount(), false);
        }
        if (y > BOTTOM - 30) {
            sheet = paper.sheet(SheetSize.A4);
            y = 30;
        }
        foot(sheet, y, it);
        return paper.finish();
    }

    private double head(Sheet sheet, Payout it) {
        sheet.border(Ornament.LOZENGES, LEFT, 12, EDGE - LEFT, 5, Ink.NILA_700);
        sheet.text(arabic("title"), EDGE, 30, arabic(Typeface.TITLE, 18, Ink.NILA_800), Anchor.RIGHT);
        sheet.text(french("title"), EDGE, 37, latin(10), Anchor.RIGHT);
        sheet.text(it.said(), LEFT, 30, latin(14).withInk(Ink.NILA_800), Anchor.LEFT);
        double y = 50;
        y = fact(sheet, y, "maker", it.name().arabic() + " · " + it.name().french());
        y = fact(sheet, y, "until", "\u2066" + Formats.shortDate(it.until()) + "\u2069");
        y = fact(
                sheet,
                y,
                "method",
                texts.say(Language.AR, "market.payout.method." + it.method().code())
                        + (it.rib() == null ? "" : " \u2066" + it.rib() + "\u2069"));
        sheet.line(LEFT, y, EDGE, y, Ink.SAND_400, 0.2);
        return y + STEP;
    }

    private void foot(Sheet sheet, double from, Payout it) {
        sheet.line(LEFT, from - 4, EDGE, from - 4, Ink.SAND_400, 0.2);
        double y = from + 2;
        y = line(sheet, y, both("earned"), it.earned(), false);
        if (it.held() > 0) {
            y = line(sheet, y, both("held"), -it.held(), false);
        }
        y = line(sheet, y, both("net"), it.net(), true) + 12;
        sheet.text(both("sign"), EDGE, y, arabic(Typeface.TEXT, 10, Ink.TEXT), Anchor.RIGHT);
        sheet.frame(EDGE - 80, y + 3, 80, 26, 2, Ink.SAND_400, 0.2);
        sheet.text(both("payer"), LEFT + 75, y, arabic(Typeface.TEXT, 10, Ink.TEXT), Anchor.RIGHT);
        sheet.frame(LEFT, y + 3, 75, 26, 2, Ink.SAND_400, 0.2);
        if (it.demonstration()) {
            sheet.text(
                    texts.say(Language.AR, "shell.demo"),
                    EDGE,
                    y + 36,
                    arabic(Typeface.BOLD, 10, Ink.POME_500),
                    Anchor.RIGHT);
        }
    }

    private double fact(Sheet sheet, double y, String key, String value) {
        sheet.text(both(key), EDGE, y, arabic(Typeface.TEXT, 10, Ink.TEXT_QUIET), Anchor.RIGHT);
        sheet.textWithin(100, value, LEFT, y, arabic(Typeface.BOLD, 11, Ink.TEXT), Anchor.LEFT);
        return y + STEP;
    }

    private double line(Sheet sheet, double y, String what, long amount, boolean strong) {
        var ink = amount < 0 ? Ink.POME_500 : Ink.TEXT;
        double size = strong ? 14 : 10;
        sheet.textWithin(
                115, what, EDGE, y, arabic(strong ? Typeface.BOLD : Typeface.TEXT, size, Ink.TEXT), Anchor.RIGHT);
        sheet.text(
                "\u2066" + Formats.exact(Language.AR, amount, 2) + "\u2069 "
                        + texts.say(Language.AR, "shell.unit.dirham"),
                LEFT,
                y,
                arabic(Typeface.BOLD, size, ink),
                Anchor.LEFT);
        return y + (strong ? STEP * 1.4 : STEP);
    }

    private String both(String key) {
        return arabic(key) + " · " + french(key);
    }

    private String arabic(String key) {
        return texts.say(Language.AR, "market.payout.paper." + key);
    }

    private String french(String key) {
        return texts.say(Language.FR, "market.payout.paper." + key);
    }

    private static TextStyle arabic(Typeface face, double points, Ink ink) {
        return TextStyle.arabic(face, points, ink);
    }

    private static TextStyle latin(double points) {
        return TextStyle.latin(Typeface.TEXT, points, Ink.TEXT_QUIET);
    }
}
