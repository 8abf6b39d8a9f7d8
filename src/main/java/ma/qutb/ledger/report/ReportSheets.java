package ma.qutb.ledger.report;

import java.time.Instant;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

/** Lays a report on as many sheets as it takes; the heading of the columns stands on each. */
final class ReportSheets {

    private static final double MARGIN = 15;
    private static final double WIDTH = SheetSize.A4.width() - 2 * MARGIN;
    private static final double BOTTOM = SheetSize.A4.height() - 20;
    private static final double LEADING = 4.2;
    private static final double PADDING = 1.6;

    private final Report report;
    private final Language language;
    private final Texts texts;
    private final Paper paper;
    private final Instant now;
    private final TextStyle quiet;
    private final TextStyle plain;
    private final TextStyle bold;
    private final List<Sheet> sheets = new ArrayList<>();
    private final ColumnPlaces places;
    private Sheet sheet;
    private double y;

    ReportSheets(Report report, Language language, Texts texts, Paper paper, Instant now) {
        this.report = report;
        this.language = language;
        this.texts = texts;
        this.paper = paper;
        this.now = now;
        plain = style(Typeface.TEXT, 8.5, Ink.TEXT);
        bold = style(Typeface.BOLD, 8.5, Ink.NILA_900);
        quiet = style(Typeface.TEXT, 8, Ink.TEXT_QUIET);
        places = new ColumnPlaces(report.columns(), MARGIN, WIDTH, language.rightToLeft());
        sheet = add();
    }

    void lay() {
        head();
        for (var part : report.parts()) {
            // A heading alone at the foot of a sheet heads nothing.
            room(LEADING * 6);
            if (!part.heading().isEmpty()) {
                y += 3;
                text(part.heading(), start(), style(Typeface.BOLD, 10.5, Ink.NILA_800));
                y += 2.5;
            }
            columnHeads();
            part.rows().forEach(it -> row(it, plain));
            var total = part.total();
            if (total != null) {
                sheet.line(MARGIN, y, MARGIN + WIDTH, y, Ink.NILA_800, 0.4);
                row(total, bold);
            }
            y += 4;
        }
        feet();
    }

    private void head() {
        sheet.border(Ornament.LOZENGES, MARGIN, y, WIDTH, 3.5, Ink.NILA_700);
        y += 13;
        text(report.title(), start(), style(Typeface.TITLE, 17, Ink.NILA_800));
        y += 7;
        for (var line : report.about()) {
            y = sheet.paragraph(line, start(), y, WIDTH, 4.5, quiet, anchor());
        }
        y += 2;
    }

    private void columnHeads() {
        var heads = report.columns().stream()
                .map(it -> (@Nullable Object) it.heading())
                .toList();
        double height = height(heads, bold);
        sheet.box(MARGIN, y, WIDTH, height, 0, Ink.NILA_100);
        cells(heads, bold);
        y += height;
    }

    private void row(List<@Nullable Object> cells, TextStyle style) {
        double height = height(cells, style);
        if (y + height > BOTTOM) {
            sheet = add();
            columnHeads();
        }
        cells(cells, style);
        y += height;
        sheet.line(MARGIN, y, MARGIN + WIDTH, y, Ink.SAND_200, 0.15);
    }

    private double height(List<@Nullable Object> cells, TextStyle style) {
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof String text && places.wraps(i)) {
                lines = Math.max(lines, sheet.lines(text, places.room(i), style).size());
            }
        }
        return lines * LEADING + PADDING;
    }

    private void cells(List<@Nullable Object> cells, TextStyle style) {
        double baseline = y + LEADING;
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (cell == null) {
                continue;
            }
            if (cell instanceof String text && places.wraps(i)) {
                sheet.paragraph(text, places.x(i), baseline, places.room(i), LEADING, style, places.anchor(i));
            } else {
                var figures = cell instanceof String && language.rightToLeft() && !places.isCode(i)
                        ? style
                        : TextStyle.latin(style.typeface(), style.points(), style.ink());
                sheet.textWithin(
                        places.room(i),
                        ReportWords.of(cell, language),
                        places.x(i),
                        baseline,
                        figures,
                        places.anchor(i));
            }
        }
    }

    private void feet() {
        for (int i = 0; i < sheets.size(); i++) {
            var foot = texts.say(language, "ledger.report.foot", Formats.shortDateTime(now), i + 1, sheets.size());
            sheets.get(i).text(foot, SheetSize.A4.width() / 2, SheetSize.A4.height() - 10, quiet, Anchor.CENTER);
        }
    }

    private void room(double needed) {
        if (y + needed > BOTTOM) {
            sheet = add();
        }
    }

    private Sheet add() {
        var next = paper.sheet(SheetSize.A4);
        sheets.add(next);
        y = MARGIN;
        return next;
    }

    private void text(String text, double x, TextStyle style) {
        sheet.textWithin(WIDTH, text, x, y, style, anchor());
    }

    private TextStyle style(Typeface typeface, double points, Ink ink) {
        return language.rightToLeft()
                ? TextStyle.arabic(typeface, points, ink)
                : TextStyle.latin(typeface, points, ink);
    }

    private double start() {
        return language.rightToLeft() ? MARGIN + WIDTH : MARGIN;
    }

    private Anchor anchor() {
        return language.rightToLeft() ? Anchor.RIGHT : Anchor.LEFT;
    }
}
