package ma.qutb.market.passport;

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
import ma.qutb.market.Product;
import ma.qutb.shell.Formats;
import ma.qutb.shell.QrSquares;
import ma.qutb.shell.Texts;
import org.springframework.stereotype.Component;

/**
 * Draws tags: eighteen to cut out of an A4 sheet (the 63.5 × 46.6 mm of common sticker sheets), or one after the other on the 62 mm roll.
 * The code stands at the left, thirty millimetres wide with its quiet margin, what people read beside it.
 */
@Component
class LabelSheets {

    private static final double WIDTH = 63.5;
    private static final double HEIGHT = 46.6;
    private static final int COLUMNS = 3;
    private static final int ROWS = 6;
    private static final double GAP = 2.5;
    private static final double LEFT = (SheetSize.A4.width() - COLUMNS * WIDTH - (COLUMNS - 1) * GAP) / 2;
    private static final double TOP = (SheetSize.A4.height() - ROWS * HEIGHT) / 2;
    private static final double QR = 28;
    private static final double PAD = 2.6;

    private final Texts texts;
    private final Clock clock;

    LabelSheets(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** A tag to draw. */
    record Tag(Passport passport, Product product) {}

    byte[] a4(List<Tag> tags) {
        var paper = paper();
        for (int from = 0; from < tags.size(); from += COLUMNS * ROWS) {
            var sheet = paper.sheet(SheetSize.A4);
            var some = tags.subList(from, Math.min(tags.size(), from + COLUMNS * ROWS));
            for (int i = 0; i < some.size(); i++) {
                var tag = some.get(i);
                double x = LEFT + i % COLUMNS * (WIDTH + GAP);
                double y = TOP + (double) (i / COLUMNS) * HEIGHT;
                sheet.moved(x, y, () -> {
                    sheet.frame(0, 0, WIDTH, HEIGHT, 2, Ink.SAND_200, 0.1);
                    draw(sheet, tag, WIDTH, HEIGHT);
                });
            }
        }
        return paper.finish();
    }

    byte[] roll(List<Tag> tags) {
        var paper = paper();
        for (var tag : tags) {
            draw(paper.sheet(SheetSize.LABEL), tag, SheetSize.LABEL.width(), SheetSize.LABEL.height());
        }
        return paper.finish();
    }

    private Paper paper() {
        return Paper.titled(texts.say(Language.AR, "market.passport.labels"), "ar", clock.instant());
    }

    private void draw(Sheet sheet, Tag tag, double width, double height) {
        var passport = tag.passport();
        double y = (height - QR - 4.4) / 2;
        sheet.qr(QrSquares.onScreen(passport.content()), PAD, y, QR, Ink.NILA_900);
        sheet.textWithin(QR, passport.printedCode(), PAD + QR / 2, y + QR + 4, latin(8.5, Ink.TEXT), Anchor.CENTER);
        double edge = width - PAD;
        double room = edge - PAD - QR - 3;
        double at = Math.max(y + 3, 6);
        sheet.ornament(Ornament.MARK, edge - 5.5, at - 4, 5.5, Ink.NILA_800);
        sheet.ornament(Ornament.HEART, edge - 5.5, at - 4, 5.5, Ink.OCHRE_500);
        sheet.text(texts.say(Language.AR, "app.name"), edge - 7, at, bold(9), Anchor.RIGHT);
        at += 6.2;
        for (var line : first(sheet.lines(tag.product().title().in(Language.AR), room, bold(8.5)), 2)) {
            sheet.textWithin(room, line, edge, at, bold(8.5), Anchor.RIGHT);
            at += 4.2;
        }
        for (var line :
                first(sheet.lines(tag.product().title().in(Language.FR), room, latin(6.6, Ink.TEXT_QUIET)), 2)) {
            sheet.textWithin(room, line, edge, at, latin(6.6, Ink.TEXT_QUIET), Anchor.RIGHT);
            at += 3.2;
        }
        var price = Formats.exact(Language.AR, tag.product().price().price(), 2).replaceAll("[.,]00$", "") + " "
                + texts.say(Language.AR, "shell.unit.dirham");
        sheet.textWithin(
                room, price, edge, y + QR - 1.6, TextStyle.arabic(Typeface.BOLD, 13, Ink.NILA_800), Anchor.RIGHT);
        sheet.textWithin(room, passport.piece().serial(), edge, y + QR + 4, latin(7.5, Ink.TEXT_QUIET), Anchor.RIGHT);
    }

    private static List<String> first(List<String> lines, int most) {
        return lines.subList(0, Math.min(most, lines.size()));
    }

    private static TextStyle bold(double points) {
        return TextStyle.arabic(Typeface.BOLD, points, Ink.TEXT);
    }

    private static TextStyle latin(double points, Ink ink) {
        return TextStyle.latin(Typeface.TEXT, points, ink);
    }
}
