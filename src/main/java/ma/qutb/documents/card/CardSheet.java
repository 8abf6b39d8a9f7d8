package ma.qutb.documents.card;

import ma.qutb.documents.pdf.Anchor;
import ma.qutb.documents.pdf.Ink;
import ma.qutb.documents.pdf.Ornament;
import ma.qutb.documents.pdf.Sheet;
import ma.qutb.documents.pdf.SheetSize;
import ma.qutb.documents.pdf.TextStyle;
import ma.qutb.documents.pdf.Typeface;

/** A card for those without a card printer: both sides beside each other on an A4 sheet, to cut out and fold. */
record CardSheet(CardWords words, CardSides sides) {

    private static final double TOP = 60;
    private static final double CUT_MARK = 5;

    void draw(Sheet sheet) {
        double width = SheetSize.CARD.width();
        double left = (SheetSize.A4.width() - 2 * width) / 2;
        double middle = SheetSize.A4.width() / 2;
        sheet.border(Ornament.LOZENGES, 18, 14, SheetSize.A4.width() - 36, 5, Ink.NILA_700);
        sheet.text(
                words.arabic("documents.card.title", words.gender()),
                middle,
                32,
                TextStyle.arabic(Typeface.TITLE, 20, Ink.NILA_800),
                Anchor.CENTER);
        sheet.text(
                words.french("documents.card.title", words.gender()),
                middle,
                40,
                TextStyle.latin(Typeface.TEXT, 11, Ink.OCHRE_700),
                Anchor.CENTER);
        sheet.moved(left, TOP, () -> sides.back(sheet));
        sheet.moved(left + width, TOP, () -> sides.front(sheet));
        cutMarks(sheet, left, left + 2 * width);
        foldMark(sheet, middle);
        double below = TOP + SheetSize.CARD.height() + 20;
        below = sheet.paragraph(
                words.arabic("documents.card.cut"),
                middle,
                below,
                150,
                7,
                TextStyle.arabic(Typeface.TEXT, 11, Ink.TEXT),
                Anchor.CENTER);
        sheet.paragraph(
                words.french("documents.card.cut"),
                middle,
                below,
                150,
                6,
                TextStyle.latin(Typeface.TEXT, 9.5, Ink.TEXT_QUIET),
                Anchor.CENTER);
    }

    private static void cutMarks(Sheet sheet, double left, double right) {
        double bottom = TOP + SheetSize.CARD.height();
        for (double y : new double[] {TOP, bottom}) {
            sheet.line(left - CUT_MARK - 1, y, left - 1, y, Ink.TEXT, 0.15);
            sheet.line(right + 1, y, right + CUT_MARK + 1, y, Ink.TEXT, 0.15);
        }
        for (double x : new double[] {left, right}) {
            sheet.line(x, TOP - CUT_MARK - 1, x, TOP - 1, Ink.TEXT, 0.15);
            sheet.line(x, bottom + 1, x, bottom + CUT_MARK + 1, Ink.TEXT, 0.15);
        }
    }

    private static void foldMark(Sheet sheet, double x) {
        double bottom = TOP + SheetSize.CARD.height();
        for (double y = 1; y < CUT_MARK + 2; y += 2) {
            sheet.line(x, TOP - y - 1, x, TOP - y, Ink.OCHRE_500, 0.2);
            sheet.line(x, bottom + y, x, bottom + y + 1, Ink.OCHRE_500, 0.2);
        }
    }
}
