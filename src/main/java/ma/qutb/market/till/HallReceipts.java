package ma.qutb.market.till;

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

/**
 * Draws the receipt of a sale at the hall: on the 80 mm strip of a receipt printer, or on A5; Arabic on the right, French beside it. Its code
 * leads to the passport of the first piece. What came back is said on it.
 */
@Component
class HallReceipts {

    private static final double STRIP_MARGIN = 5;
    private static final double SHEET_MARGIN = 14;
    private static final double STEP = 6.4;

    private final Texts texts;
    private final String address;

    HallReceipts(Texts texts, @Value("${qutb.public-address}") String address) {
        this.texts = texts;
        this.address = address;
    }

    private record Row(String label, String value, boolean strong) {}

    byte[] strip(TillSale sale) {
        return paper(sale, SheetSize.receipt(62 + rows(sale).size() * STEP + 34), STRIP_MARGIN, 1);
    }

    byte[] sheet(TillSale sale) {
        return paper(sale, SheetSize.A5, SHEET_MARGIN, 1.25);
    }

    private byte[] paper(TillSale sale, SheetSize size, double margin, double scale) {
        var paper = Paper.titled(both("title") + " " + sale.number(), "ar", sale.soldAt());
        draw(paper.sheet(size), sale, margin, scale);
        return paper.finish();
    }

    private void draw(Sheet sheet, TillSale sale, double margin, double scale) {
        double middle = sheet.size().width() / 2;
        double edge = sheet.size().width() - margin;
        double room = sheet.size().width() - 2 * margin;
        double y = margin + 9 * scale;
        sheet.ornament(Ornament.MARK, middle - 5 * scale, margin - 2, 10 * scale, Ink.NILA_800);
        sheet.ornament(Ornament.HEART, middle - 5 * scale, margin - 2, 10 * scale, Ink.OCHRE_500);
        y += 6 * scale;
        sheet.textWithin(room, say(Language.AR, "title"), middle, y, bold(12 * scale), Anchor.CENTER);
        y += 4.6 * scale;
        sheet.textWithin(room, say(Language.FR, "title"), middle, y, latin(8 * scale), Anchor.CENTER);
        y += 5.4 * scale;
        sheet.textWithin(room, sale.till().placeName().in(Language.AR), middle, y, quiet(9 * scale), Anchor.CENTER);
        y += 3 * scale;
        sheet.line(margin, y, edge, y, Ink.SAND_400, 0.2);
        for (var row : rows(sale)) {
            y += STEP * scale;
            sheet.textWithin(room * 0.6, row.label(), edge, y, quiet(7.6 * scale), Anchor.RIGHT);
            if (!row.value().isEmpty()) {
                double points = (row.strong() ? 11.5 : 8.6) * scale;
                sheet.textWithin(room * 0.38, row.value(), margin, y, bold(points), Anchor.LEFT);
            }
        }
        y += 4 * scale;
        sheet.line(margin, y, edge, y, Ink.SAND_400, 0.2);
        double side = 22 * scale;
        sheet.qr(address + "/p/" + sale.lines().getFirst().serial(), margin, y + 4, side, Ink.NILA_900);
        y = sheet.paragraph(
                say(Language.AR, "terms", TakingBackAtTheHall.TERM.toDays()),
                edge,
                y + 8 * scale,
                room - side - 5,
                4.4 * scale,
                quiet(7.6 * scale),
                Anchor.RIGHT);
        sheet.paragraph(
                say(Language.FR, "terms", TakingBackAtTheHall.TERM.toDays()),
                edge,
                y + 1.5 * scale,
                room - side - 5,
                3.8 * scale,
                latin(6.6 * scale),
                Anchor.RIGHT);
    }

    private List<Row> rows(TillSale sale) {
        var rows = new ArrayList<Row>();
        rows.add(row("number", sale.number()));
        rows.add(row("when", "\u2066" + Formats.shortDateTime(sale.soldAt()) + "\u2069"));
        for (var line : sale.lines()) {
            var back = line.back() ? " · " + say(Language.AR, "back") : "";
            rows.add(new Row(
                    line.title().in(Language.AR) + back, money(line.parts().price()), false));
            rows.add(new Row("\u2066" + line.serial() + "\u2069", "", false));
        }
        rows.add(new Row(both("total"), money(sale.total()), true));
        for (var tender : sale.tenders()) {
            rows.add(new Row(
                    texts.say(Language.AR, "market.till.currency." + tender.currency()) + rate(tender),
                    exact(tender.amount()) + " " + tender.currency(),
                    false));
        }
        if (sale.card() > 0) {
            rows.add(new Row(both("card") + " · \u2066" + sale.slip() + "\u2069", money(sale.card()), false));
        }
        if (sale.change() > 0) {
            rows.add(row("change", money(sale.change())));
        }
        rows.add(row("seller", sale.seller()));
        return rows;
    }

    private static String rate(TillSale.Tender tender) {
        var rate = tender.rate();
        return rate == null ? "" : " \u2066× " + Formats.exact(Language.AR, rate, 4) + "\u2069";
    }

    private Row row(String key, String value) {
        return new Row(both(key), value, false);
    }

    private String both(String key) {
        return say(Language.AR, key) + " · " + say(Language.FR, key);
    }

    private String say(Language language, String key, Object... arguments) {
        return texts.say(language, "market.till.receipt." + key, arguments);
    }

    private String money(long centimes) {
        return exact(centimes) + " " + texts.say(Language.AR, "shell.unit.dirham");
    }

    private static String exact(long hundredths) {
        return Formats.exact(Language.AR, hundredths, 2);
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
