package ma.qutb.materials.counter;

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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Draws the receipt of a sale: on the 80 mm strip of a receipt printer, or on A5; Arabic on the right, French under it. */
@Component
class Receipts {

    private static final double STRIP_MARGIN = 5;
    private static final double STRIP_LINE = 8.4;
    private static final double SHEET_MARGIN = 14;
    private static final double SHEET_LINE = 11;

    private final Texts texts;
    private final String address;

    Receipts(Texts texts, @Value("${qutb.public-address}") String address) {
        this.texts = texts;
        this.address = address;
    }

    /** A line of the receipt: what it is in both languages, and what it says. */
    private record Line(String label, String value, boolean strong) {}

    byte[] strip(Sold sold) {
        var lines = lines(sold);
        double height = 46 + lines.size() * STRIP_LINE + 34;
        var paper = Paper.titled(title(sold), "ar", sold.soldAt());
        var sheet = paper.sheet(SheetSize.receipt(height));
        draw(sheet, sold, lines, STRIP_MARGIN, STRIP_LINE, 1);
        return paper.finish();
    }

    byte[] sheet(Sold sold) {
        var paper = Paper.titled(title(sold), "ar", sold.soldAt());
        var sheet = paper.sheet(SheetSize.A5);
        draw(sheet, sold, lines(sold), SHEET_MARGIN, SHEET_LINE, 1.35);
        return paper.finish();
    }

    private void draw(Sheet sheet, Sold sold, List<Line> lines, double margin, double step, double scale) {
        double width = sheet.size().width();
        double middle = width / 2;
        double edge = width - margin;
        double room = width - 2 * margin;
        double y = margin + 9 * scale;
        sheet.ornament(Ornament.MARK, middle - 5 * scale, margin - 2, 10 * scale, Ink.NILA_800);
        sheet.ornament(Ornament.HEART, middle - 5 * scale, margin - 2, 10 * scale, Ink.OCHRE_500);
        y += 6 * scale;
        sheet.textWithin(room, arabic("materials.receipt.title"), middle, y, bold(12 * scale), Anchor.CENTER);
        y += 4.6 * scale;
        sheet.textWithin(room, french("materials.receipt.title"), middle, y, latin(8 * scale), Anchor.CENTER);
        y += 5.4 * scale;
        sheet.textWithin(room, sold.point().name().in(Language.AR), middle, y, quiet(9 * scale), Anchor.CENTER);
        y += 3 * scale;
        if (sold.undone().isPresent()) {
            y += 4 * scale;
            var stamp = arabic("materials.sale.undone") + " · " + french("materials.sale.undone");
            sheet.textWithin(room, stamp, middle, y, bold(11 * scale).withInk(Ink.POME_500), Anchor.CENTER);
            y += 2 * scale;
        }
        sheet.line(margin, y, edge, y, Ink.SAND_400, 0.2);
        for (var line : lines) {
            y += step;
            var style = line.strong() ? bold(12 * scale) : bold(9 * scale);
            sheet.textWithin(room * 0.48, line.label(), edge, y, quiet(7.4 * scale), Anchor.RIGHT);
            sheet.textWithin(room * 0.5, line.value(), margin, y, style, Anchor.LEFT);
        }
        y += 4 * scale;
        sheet.line(margin, y, edge, y, Ink.SAND_400, 0.2);
        double side = 22 * scale;
        sheet.qr(address + sold.path(), margin, y + 4, side, Ink.NILA_900);
        double beside = edge;
        sheet.paragraph(
                arabic("materials.receipt.no-gift"),
                beside,
                y + 9 * scale,
                room - side - 5,
                4.6 * scale,
                quiet(8 * scale),
                Anchor.RIGHT);
        sheet.textWithin(
                room - side - 5, arabic("materials.receipt.sign"), beside, y + side, quiet(7 * scale), Anchor.RIGHT);
    }

    private List<Line> lines(Sold sold) {
        var lines = new ArrayList<Line>();
        lines.add(line("number", sold.said()));
        lines.add(line("when", "\u2066" + Formats.shortDateTime(sold.soldAt()) + "\u2069"));
        lines.add(line("buyer", sold.buyer().name().in(Language.AR)));
        if (sold.finenesses().isEmpty()) {
            lines.add(line("material", sold.material().name().in(Language.AR)));
        } else {
            lines.add(line("fineness", sold.finenesses()));
        }
        lines.add(line(
                "weight",
                exact(sold.weight(), sold.material().decimals()) + " "
                        + sold.material().unit().in(Language.AR)));
        lines.add(line("price", exact(sold.unitPrice(), 2)));
        lines.add(line(
                "payment", arabic("materials.counter.payment." + sold.payment().code())));
        var due = sold.dueOn();
        if (due != null) {
            lines.add(line("due", Formats.shortDate(due)));
        }
        lines.add(line("clerk", sold.clerk()));
        lines.add(new Line(
                label("amount"), exact(sold.price(), 2) + " " + texts.say(Language.AR, "shell.unit.dirham"), true));
        return lines;
    }

    private Line line(String key, String value) {
        return new Line(label(key), value, false);
    }

    private String label(String key) {
        return arabic("materials.receipt." + key) + " · " + french("materials.receipt." + key);
    }

    private static String exact(long parts, int decimals) {
        return Formats.exact(Language.AR, parts, decimals);
    }

    private String title(Sold sold) {
        return arabic("materials.receipt.title") + " " + sold.said();
    }

    private String arabic(String key) {
        return texts.say(Language.AR, key);
    }

    private String french(String key) {
        return texts.say(Language.FR, key);
    }

    private static TextStyle bold(double points) {
        return TextStyle.arabic(Typeface.BOLD, points, Ink.TEXT);
    }

    private static TextStyle quiet(double points) {
        return TextStyle.arabic(Typeface.TEXT, points, Ink.TEXT_QUIET);
    }

    private static TextStyle latin(double points) {
        return TextStyle.latin(Typeface.TEXT, points, Ink.TEXT_QUIET);
    }
}
