package ma.qutb.documents.pdf;

import java.util.ArrayList;
import java.util.List;
import ma.qutb.documents.PrintMark;

/**
 * Lays parts of a paper under each other on A4 sheets. Places along the line are measured from where reading begins, in millimetres: from the right in
 * Arabic, from the left in French and English.
 */
public final class SheetFlow {

    public static final double MARGIN = 16;
    public static final double WIDTH = SheetSize.A4.width() - 2 * MARGIN;
    private static final double BOTTOM = SheetSize.A4.height() - 18;
    private static final double LEADING = 4.4;
    private static final double PADDING = 1.9;
    private static final double GAP = 1.8;
    private static final double QR = 24;

    private final Paper paper;
    private final boolean rightToLeft;
    private final List<Sheet> sheets = new ArrayList<>();
    private Sheet sheet;
    private double y;

    public SheetFlow(Paper paper, boolean rightToLeft) {
        this.paper = paper;
        this.rightToLeft = rightToLeft;
        sheet = add();
    }

    /**
     * A column of a table.
     *
     * @param share of the width, beside the others
     * @param figures whether its cells stand under each other at their ends
     */
    public record Column(String heading, double share, boolean figures) {

        public static Column words(String heading, double share) {
            return new Column(heading, share, false);
        }

        public static Column figures(String heading, double share) {
            return new Column(heading, share, true);
        }
    }

    public Sheet sheet() {
        return sheet;
    }

    public double y() {
        return y;
    }

    public void down(double millimetres) {
        y += millimetres;
    }

    /** Begins a new sheet where less than this is left. */
    public void room(double needed) {
        if (y + needed > BOTTOM) {
            sheet = add();
        }
    }

    /** The place on the paper that lies this far from where reading begins. */
    public double x(double along) {
        return rightToLeft ? MARGIN + WIDTH - along : MARGIN + along;
    }

    public Anchor start() {
        return rightToLeft ? Anchor.RIGHT : Anchor.LEFT;
    }

    public Anchor end() {
        return rightToLeft ? Anchor.LEFT : Anchor.RIGHT;
    }

    public TextStyle style(Typeface typeface, double points, Ink ink) {
        return rightToLeft ? TextStyle.arabic(typeface, points, ink) : TextStyle.latin(typeface, points, ink);
    }

    public TextStyle plain() {
        return style(Typeface.TEXT, 8.6, Ink.TEXT);
    }

    public TextStyle quiet() {
        return style(Typeface.TEXT, 8, Ink.TEXT_QUIET);
    }

    public TextStyle bold() {
        return style(Typeface.BOLD, 8.6, Ink.TEXT);
    }

    /** Figures read from the left in every language. */
    public static TextStyle figures(TextStyle style) {
        return TextStyle.latin(style.typeface(), style.points(), style.ink());
    }

    public void box(double along, double top, double width, double height, double radius, Ink ink) {
        sheet.box(rightToLeft ? x(along) - width : x(along), top, width, height, radius, ink);
    }

    public void text(String text, double along, double baseline, double room, TextStyle style) {
        sheet.textWithin(room, text, x(along), baseline, style, start());
    }

    public void heading(String text) {
        heading(text, 30);
    }

    /** A heading with what belongs under it: alone at the foot of a sheet it heads nothing. */
    public void heading(String text, double under) {
        room(12 + under);
        y += 9;
        sheet.ornament(Ornament.CORNER, rightToLeft ? x(0) - 3.6 : x(0), y - 3.6, 3.6, Ink.OCHRE_500);
        text(text, 5.5, y, WIDTH - 6, style(Typeface.BOLD, 12, Ink.NILA_800));
        y += 3;
    }

    public void paragraph(String text, TextStyle style) {
        double width = WIDTH;
        room(sheet.lines(text, width, style).size() * 4.8);
        y = sheet.paragraph(text, x(0), y + 4, width, 4.8, style, start()) - 4 + 1;
    }

    /** What stands beside a table: its words at the beginning of the line, its figure at the end. */
    public void pair(String words, String figure) {
        room(7);
        text(words, GAP, y + LEADING, WIDTH - 45, plain());
        sheet.textWithin(40, figure, x(WIDTH - GAP), y + LEADING, figures(bold()), end());
        y += 6.5;
    }

    public void table(List<Column> columns, List<List<String>> rows, List<String> total) {
        y += 1.5;
        columnHeads(columns);
        for (var row : rows) {
            row(columns, row, plain());
        }
        if (!total.isEmpty()) {
            sheet.line(MARGIN, y, MARGIN + WIDTH, y, Ink.NILA_800, 0.4);
            row(columns, total, bold());
        }
        y += 2;
    }

    private void columnHeads(List<Column> columns) {
        var heads = columns.stream().map(Column::heading).toList();
        var style = style(Typeface.BOLD, 8, Ink.NILA_900);
        double height = height(columns, heads, style);
        room(height * 2);
        sheet.box(MARGIN, y, WIDTH, height, 0, Ink.NILA_100);
        cells(columns, heads, style, false);
        y += height;
    }

    private void row(List<Column> columns, List<String> cells, TextStyle style) {
        double height = height(columns, cells, style);
        if (y + height > BOTTOM) {
            sheet = add();
            columnHeads(columns);
        }
        cells(columns, cells, style, true);
        y += height;
        sheet.line(MARGIN, y, MARGIN + WIDTH, y, Ink.SAND_200, 0.15);
    }

    private double height(List<Column> columns, List<String> cells, TextStyle style) {
        int lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).figures()) {
                lines = Math.max(
                        lines,
                        sheet.lines(cells.get(i), width(columns, i) - 2 * GAP, style)
                                .size());
            }
        }
        return lines * LEADING + PADDING;
    }

    private void cells(List<Column> columns, List<String> cells, TextStyle style, boolean values) {
        double along = 0;
        for (int i = 0; i < columns.size(); i++) {
            double width = width(columns, i);
            double room = width - 2 * GAP;
            if (cells.get(i).isEmpty()) {
                along += width;
                continue;
            }
            if (columns.get(i).figures()) {
                var how = values ? figures(style) : style;
                sheet.textWithin(room, cells.get(i), x(along + width - GAP), y + LEADING, how, end());
            } else {
                sheet.paragraph(cells.get(i), x(along + GAP), y + LEADING, room, LEADING, style, start());
            }
            along += width;
        }
    }

    private static double width(List<Column> columns, int column) {
        double all = columns.stream().mapToDouble(Column::share).sum();
        return WIDTH * columns.get(column).share() / all;
    }

    /**
     * The head of a numbered paper: its title with what it is about and when, and the code that proves it.
     *
     * @param warning what nobody may overlook; empty for nothing
     */
    public void head(PrintMark mark, String title, String about, String when, String warning) {
        double top = y + 9;
        double room = WIDTH - QR - 8;
        sheet.border(Ornament.LOZENGES, MARGIN, y, WIDTH, 4, Ink.NILA_700);
        text(title, 0, top + 7, room, style(Typeface.TITLE, 18, Ink.NILA_800));
        text(about, 0, top + 15, room, style(Typeface.BOLD, 11, Ink.OCHRE_700));
        text(when, 0, top + 21.5, room, quiet());
        if (!warning.isEmpty()) {
            text(warning, 0, top + 27, room, style(Typeface.BOLD, 9, Ink.POME_500));
        }
        double side = WIDTH - QR;
        sheet.qr(mark.verification(), x(rightToLeft ? WIDTH : side), top, QR, Ink.NILA_900);
        double middle = x(side + QR / 2);
        var number = figures(style(Typeface.BOLD, 8, Ink.NILA_900));
        sheet.textWithin(QR + 4, mark.number(), middle, top + QR + 4.5, number, Anchor.CENTER);
        sheet.textWithin(QR + 4, mark.shortCode(), middle, top + QR + 8.5, figures(quiet()), Anchor.CENTER);
        down(46);
    }

    /** What stands at the foot of every sheet. */
    public void feet(java.util.function.IntFunction<String> said) {
        for (int i = 0; i < sheets.size(); i++) {
            var foot = sheets.get(i);
            foot.line(
                    MARGIN, SheetSize.A4.height() - 14, MARGIN + WIDTH, SheetSize.A4.height() - 14, Ink.SAND_400, 0.2);
            foot.textWithin(
                    WIDTH,
                    said.apply(i + 1),
                    SheetSize.A4.width() / 2,
                    SheetSize.A4.height() - 9.5,
                    quiet(),
                    Anchor.CENTER);
        }
    }

    public int count() {
        return sheets.size();
    }

    private Sheet add() {
        var next = paper.sheet(SheetSize.A4);
        sheets.add(next);
        y = MARGIN;
        return next;
    }
}
