package ma.qutb.market.invoice;

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

/** Sheets laid from the top, from the right in Arabic: the first column takes the room the others leave. */
final class InvoiceSheet {

    private static final double MARGIN = 16;
    private static final double WIDTH = SheetSize.A4.width() - 2 * MARGIN;
    private static final double BOTTOM = SheetSize.A4.height() - 30;
    private static final double LEADING = 5;
    private static final double COLUMN = 28;
    private static final double PADDING = 2;

    private final Paper paper;
    private final boolean rightToLeft;
    private Sheet sheet;
    private double y;
    private List<String> heads = List.of();

    InvoiceSheet(Paper paper, Language language) {
        this.paper = paper;
        this.rightToLeft = language.rightToLeft();
        this.sheet = paper.sheet(SheetSize.A4);
        begin();
    }

    private void begin() {
        sheet.border(Ornament.LOZENGES, MARGIN, 12, WIDTH, 3.5, Ink.NILA_700);
        y = 27;
    }

    void title(String title, String number) {
        sheet.text(title, start(), y, style(Typeface.TITLE, 19, Ink.NILA_800), anchor());
        sheet.text(number, end(), y, latin(Typeface.BOLD, 12, Ink.NILA_800), opposite());
        y += 8;
    }

    void quiet(String line) {
        y = sheet.paragraph(line, start(), y, WIDTH, LEADING, style(Typeface.TEXT, 9, Ink.TEXT_QUIET), anchor());
    }

    void space(double millimetres) {
        y += millimetres;
    }

    /** Two blocks side by side. */
    void blocks(String head, List<String> lines, String otherHead, List<String> otherLines) {
        double half = WIDTH / 2 - 4;
        double first = block(start(), half, head, lines);
        double second = block(rightToLeft ? start() - half - 8 : start() + half + 8, half, otherHead, otherLines);
        y = Math.max(first, second) + 4;
    }

    private double block(double x, double width, String head, List<String> lines) {
        sheet.text(head, x, y, style(Typeface.BOLD, 9, Ink.OCHRE_700), anchor());
        double at = y + LEADING + 0.5;
        for (var line : lines) {
            at = sheet.paragraph(line, x, at, width, LEADING, style(Typeface.TEXT, 10, Ink.TEXT), anchor());
        }
        return at;
    }

    void columns(List<String> names) {
        heads = names;
        sheet.box(MARGIN, y, WIDTH, LEADING + 2 * PADDING, 0, Ink.NILA_100);
        cells(names, style(Typeface.BOLD, 8.5, Ink.NILA_900));
    }

    void row(List<String> cells) {
        var style = style(Typeface.TEXT, 9.5, Ink.TEXT);
        double height = sheet.lines(cells.getFirst(), room(cells.size()), style).size() * LEADING + 2 * PADDING;
        if (y + height > BOTTOM) {
            next();
            columns(heads);
        }
        cells(cells, style);
        sheet.line(MARGIN, y, MARGIN + WIDTH, y, Ink.SAND_200, 0.2);
    }

    private void cells(List<String> cells, TextStyle style) {
        double baseline = y + PADDING + LEADING - 1.4;
        double under = sheet.paragraph(
                cells.getFirst(), start() + inwards(PADDING), baseline, room(cells.size()), LEADING, style, anchor());
        for (int n = 1; n < cells.size(); n++) {
            double x = end() + inwards(-PADDING - (cells.size() - 1 - n) * COLUMN);
            sheet.textWithin(COLUMN - PADDING, cells.get(n), x, baseline, style, opposite());
        }
        y += under - baseline + 2 * PADDING;
    }

    void total(String name, String value, boolean bold) {
        if (y + LEADING + PADDING > BOTTOM) {
            next();
        }
        y += PADDING;
        var face = bold ? Typeface.BOLD : Typeface.TEXT;
        double points = bold ? 11.5 : 9.5;
        sheet.text(name, end() + inwards(-COLUMN - 14), y + LEADING - 1, style(face, points, Ink.TEXT), opposite());
        sheet.text(value, end() + inwards(-PADDING), y + LEADING - 1, latin(face, points, Ink.TEXT), opposite());
        y += LEADING;
    }

    void paragraph(String text, Typeface face, Ink ink) {
        var style = style(face, 9.5, ink);
        if (y + sheet.lines(text, WIDTH, style).size() * LEADING > BOTTOM) {
            next();
        }
        y = sheet.paragraph(text, start(), y + LEADING, WIDTH, LEADING, style, anchor()) - LEADING + 1;
    }

    void foot(List<String> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        double at = SheetSize.A4.height() - 20;
        sheet.line(MARGIN, at - 5, MARGIN + WIDTH, at - 5, Ink.SAND_400, 0.3);
        sheet.paragraph(
                String.join("  ·  ", numbers),
                SheetSize.A4.width() / 2,
                at,
                WIDTH,
                LEADING,
                style(Typeface.TEXT, 8.5, Ink.TEXT_QUIET),
                Anchor.CENTER);
    }

    private void next() {
        sheet = paper.sheet(SheetSize.A4);
        begin();
    }

    private static double room(int cells) {
        return WIDTH - (cells - 1) * COLUMN - 2 * PADDING;
    }

    private double inwards(double millimetres) {
        return rightToLeft ? -millimetres : millimetres;
    }

    private double start() {
        return rightToLeft ? MARGIN + WIDTH : MARGIN;
    }

    private double end() {
        return rightToLeft ? MARGIN : MARGIN + WIDTH;
    }

    private Anchor anchor() {
        return rightToLeft ? Anchor.RIGHT : Anchor.LEFT;
    }

    private Anchor opposite() {
        return rightToLeft ? Anchor.LEFT : Anchor.RIGHT;
    }

    private TextStyle style(Typeface face, double points, Ink ink) {
        return rightToLeft ? TextStyle.arabic(face, points, ink) : TextStyle.latin(face, points, ink);
    }

    private static TextStyle latin(Typeface face, double points, Ink ink) {
        return TextStyle.latin(face, points, ink);
    }
}
