package ma.qutb.spaces.paper;

import java.util.List;
import ma.qutb.documents.PrintMark;
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

/** A numbered A4 paper in one language, laid from top to bottom. Millimetres are measured from where reading begins. */
public final class SpacesPaper {

    private static final double MARGIN = 18;
    private static final double WIDTH = SheetSize.A4.width() - 2 * MARGIN;
    private static final double BOTTOM = SheetSize.A4.height() - 20;
    private static final double QR = 24;
    private static final double LEADING = 5;

    private final Texts texts;
    private final Language language;
    private final Paper paper;
    private Sheet sheet;
    private double y = MARGIN;

    public SpacesPaper(Texts texts, Language language, String title, PrintMark mark, boolean demonstration) {
        this.texts = texts;
        this.language = language;
        this.paper = Paper.titled(title + " " + mark.number(), language.code(), mark.issuedAt());
        this.sheet = paper.sheet(SheetSize.A4);
        head(title, mark, demonstration);
    }

    private void head(String title, PrintMark mark, boolean demonstration) {
        sheet.border(Ornament.LOZENGES, MARGIN, y, WIDTH, 4, Ink.NILA_700);
        double top = y + 9;
        double room = WIDTH - QR - 8;
        put(title, 0, top + 8, room, style(Typeface.TITLE, 19, Ink.NILA_800));
        put(alone(mark.number()), 0, top + 16, room, style(Typeface.BOLD, 11, Ink.OCHRE_700));
        put(
                say("spaces.lease.paper.issued", alone(Formats.shortDateTime(mark.issuedAt()))),
                0,
                top + 22,
                room,
                quiet());
        if (demonstration) {
            put(say("shell.demo"), 0, top + 28, room, style(Typeface.BOLD, 9, Ink.POME_500));
        }
        double side = language.rightToLeft() ? x(WIDTH) : x(WIDTH - QR);
        sheet.qr(mark.verification(), side, top, QR, Ink.NILA_900);
        sheet.textWithin(
                QR + 6,
                mark.shortCode(),
                side + QR / 2,
                top + QR + 4.5,
                TextStyle.latin(Typeface.TEXT, 8, Ink.TEXT_QUIET),
                Anchor.CENTER);
        y = top + QR + 10;
    }

    public SpacesPaper heading(String text) {
        room(22);
        y += 6;
        sheet.ornament(Ornament.CORNER, language.rightToLeft() ? x(0) - 3.6 : x(0), y - 3.6, 3.6, Ink.OCHRE_500);
        put(text, 5.5, y, WIDTH - 6, style(Typeface.BOLD, 12, Ink.NILA_800));
        y += 6.5;
        return this;
    }

    public SpacesPaper fact(String label, String value) {
        room(7);
        put(label, 0, y, 52, style(Typeface.TEXT, 9.5, Ink.TEXT_QUIET));
        put(value, 54, y, WIDTH - 54, style(Typeface.BOLD, 10, Ink.TEXT));
        y += 6.4;
        return this;
    }

    public SpacesPaper paragraph(String text) {
        var style = style(Typeface.TEXT, 9.5, Ink.TEXT);
        var lines = sheet.lines(text, WIDTH, style);
        room(Math.min(lines.size(), 4) * LEADING);
        for (var line : lines) {
            room(LEADING);
            sheet.text(line, x(0), y, style, start());
            y += LEADING;
        }
        y += 1.6;
        return this;
    }

    /** Words at the beginning of a line, a figure at its end. */
    public SpacesPaper line(String words, long centimes, boolean strong) {
        room(8);
        var style = style(strong ? Typeface.BOLD : Typeface.TEXT, strong ? 12 : 10, Ink.TEXT);
        put(words, 0, y, WIDTH - 48, style);
        sheet.textWithin(
                46, money(centimes), x(WIDTH), y, style.withInk(centimes < 0 ? Ink.POME_500 : Ink.TEXT), end());
        y += 2.4;
        sheet.line(MARGIN, y, MARGIN + WIDTH, y, strong ? Ink.NILA_800 : Ink.SAND_200, strong ? 0.4 : 0.15);
        y += strong ? 6.5 : 5;
        return this;
    }

    /** A frame for each who signs. */
    public SpacesPaper signatures(List<String> who) {
        room(44);
        y += 6;
        double width = (WIDTH - 6.0 * (who.size() - 1)) / who.size();
        for (int i = 0; i < who.size(); i++) {
            double along = i * (width + 6);
            put(who.get(i), along, y, width, style(Typeface.BOLD, 9.5, Ink.TEXT));
            sheet.frame(language.rightToLeft() ? x(along) - width : x(along), y + 3, width, 28, 2, Ink.SAND_400, 0.2);
        }
        y += 38;
        return this;
    }

    public byte[] finish() {
        return paper.finish();
    }

    public String say(String key, Object... arguments) {
        return texts.say(language, key, arguments);
    }

    public String money(long centimes) {
        return alone(Formats.exact(language, centimes, 2)) + " " + say("shell.unit.dirham");
    }

    public String day(java.time.LocalDate day) {
        return Formats.date(language, day);
    }

    /** Latin letters and figures keep their direction among Arabic words. */
    public static String alone(String text) {
        return "\u2066" + text + "\u2069";
    }

    private void put(String text, double along, double baseline, double room, TextStyle style) {
        sheet.textWithin(room, text, x(along), baseline, style, start());
    }

    private void room(double needed) {
        if (y + needed > BOTTOM) {
            sheet = paper.sheet(SheetSize.A4);
            y = MARGIN + 6;
        }
    }

    private double x(double along) {
        return language.rightToLeft() ? MARGIN + WIDTH - along : MARGIN + along;
    }

    private Anchor start() {
        return language.rightToLeft() ? Anchor.RIGHT : Anchor.LEFT;
    }

    private Anchor end() {
        return language.rightToLeft() ? Anchor.LEFT : Anchor.RIGHT;
    }

    private TextStyle style(Typeface typeface, double points, Ink ink) {
        return language.rightToLeft()
                ? TextStyle.arabic(typeface, points, ink)
                : TextStyle.latin(typeface, points, ink);
    }

    private TextStyle quiet() {
        return style(Typeface.TEXT, 8.5, Ink.TEXT_QUIET);
    }
}
