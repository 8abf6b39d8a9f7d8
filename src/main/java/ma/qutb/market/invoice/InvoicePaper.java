package ma.qutb.market.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ma.qutb.documents.pdf.Ink;
import ma.qutb.documents.pdf.Paper;
import ma.qutb.documents.pdf.Typeface;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Texts;
import org.springframework.stereotype.Component;

/** Invoices, credit notes and packing lists on A4. The same invoice is the same bytes, whenever it is printed. */
@Component
class InvoicePaper {

    private static final double MILLIGRAMS = 1_000_000;

    private final Texts texts;

    InvoicePaper(Texts texts) {
        this.texts = texts;
    }

    byte[] invoice(Invoice it, Language language) {
        var title = texts.say(
                language, "market.invoice.paper." + (it.credit() ? "credit" : it.abroad() ? "commercial" : "title"));
        var paper = Paper.titled(title + " " + it.number(), language.code(), it.issuedAt());
        var sheet = new InvoiceSheet(paper, language);
        head(sheet, it, title, language);
        var columns = new ArrayList<>(List.of(say(language, "what")));
        if (it.abroad()) {
            columns.add(say(language, "hs"));
        }
        columns.add(say(language, "count"));
        columns.add(say(language, "tax-rate"));
        columns.add(say(language, "amount"));
        sheet.columns(columns);
        for (var line : it.lines()) {
            var cells = new ArrayList<>(List.of(what(line, language)));
            if (it.abroad()) {
                cells.add(line.hs().isEmpty() ? "—" : line.hs());
            }
            cells.add("1");
            cells.add(Formats.decimal(language, line.rate() / 100d, 2) + " %");
            cells.add(Formats.exact(language, line.amount(), 2));
            sheet.row(cells);
        }
        totals(sheet, it, language);
        sheet.space(4);
        words(sheet, it, language);
        mentions(sheet, it, language);
        foot(sheet, it, language);
        return paper.finish();
    }

    /** What is in the parcel, for whoever opens it at a border. */
    byte[] packing(Invoice it, Language language) {
        var title = texts.say(language, "market.invoice.paper.packing");
        var paper = Paper.titled(title + " " + it.saleNumber(), language.code(), it.issuedAt());
        var sheet = new InvoiceSheet(paper, language);
        head(sheet, it, title, language);
        sheet.columns(List.of(
                say(language, "what"),
                say(language, "hs"),
                say(language, "origin"),
                say(language, "count"),
                say(language, "weight")));
        var goods = it.lines().stream().filter(line -> !line.hs().isEmpty()).toList();
        for (var line : goods) {
            sheet.row(List.of(
                    what(line, language),
                    line.hs(),
                    "MA",
                    "1",
                    line.weight() == 0 ? "—" : kilograms(language, line.weight())));
        }
        sheet.total(
                say(language, "weight-total"),
                kilograms(
                        language, goods.stream().mapToLong(Invoice.Line::weight).sum()),
                true);
        sheet.space(6);
        sheet.paragraph(say(language, "origin.words"), Typeface.TEXT, Ink.TEXT);
        foot(sheet, it, language);
        return paper.finish();
    }

    private void head(InvoiceSheet sheet, Invoice it, String title, Language language) {
        sheet.title(title, it.number());
        var about = new ArrayList<>(List.of(
                say(language, "day", Formats.date(language, it.issuedOn())), say(language, "order", it.saleNumber())));
        if (it.credit()) {
            about.add(say(language, "credits", it.credited()));
            about.add(say(language, "reason", it.reason()));
        }
        if (it.demonstration()) {
            about.add(say(language, "demonstration"));
        }
        about.forEach(sheet::quiet);
        sheet.space(4);
        var issuer = it.issuer();
        boolean arabic = language == Language.AR;
        sheet.blocks(
                say(language, "seller"),
                present(
                        arabic ? issuer.nameArabic() : issuer.nameLatin(),
                        issuer.legalForm(),
                        arabic ? issuer.addressArabic() : issuer.addressLatin(),
                        issuer.mandate().isEmpty() ? "" : say(language, "mandate", issuer.mandate())),
                say(language, "buyer"),
                present(
                        it.buyer().name(),
                        it.buyer().address(),
                        it.abroad() ? it.buyer().country() : "",
                        it.buyer().phone().isBlank()
                                ? ""
                                : "\u2066" + it.buyer().phone() + "\u2069",
                        it.buyer().ice().isEmpty() ? "" : "ICE " + it.buyer().ice()));
    }

    private static List<String> present(String... lines) {
        return Stream.of(lines).filter(it -> !it.isBlank()).toList();
    }

    private String what(Invoice.Line line, Language language) {
        return line.title(language) + (line.serial().isEmpty() ? "" : " · \u2066" + line.serial() + "\u2069");
    }

    private void totals(InvoiceSheet sheet, Invoice it, Language language) {
        sheet.total(say(language, "untaxed"), Formats.exact(language, it.total() - it.tax(), 2), false);
        sheet.total(say(language, "tax"), Formats.exact(language, it.tax(), 2), false);
        sheet.total(
                say(language, it.credit() ? "total-credit" : "total"), Formats.exact(language, it.total(), 2), true);
        if (it.advance() > 0) {
            sheet.total(say(language, "advance"), Formats.exact(language, -it.advance(), 2), false);
            sheet.total(say(language, "rest"), Formats.exact(language, it.total() - it.advance(), 2), true);
        }
    }

    private void words(InvoiceSheet sheet, Invoice it, Language language) {
        var amount = language == Language.AR ? AmountInWords.arabic(it.total()) : AmountInWords.french(it.total());
        sheet.paragraph(say(language, it.credit() ? "words-credit" : "words", amount), Typeface.BOLD, Ink.TEXT);
        sheet.space(2);
    }

    private void mentions(InvoiceSheet sheet, Invoice it, Language language) {
        for (var category : it.categories()) {
            sheet.paragraph(texts.say(language, "market.invoice.mention." + category), Typeface.TEXT, Ink.TEXT_QUIET);
        }
        sheet.paragraph(
                say(language, "paid", texts.say(language, "market.payment.method." + it.method())),
                Typeface.TEXT,
                Ink.TEXT_QUIET);
    }

    /** CGI, article 145-III: identifiers of the seller on each invoice. */
    private void foot(InvoiceSheet sheet, Invoice it, Language language) {
        var issuer = it.issuer();
        sheet.foot(Stream.of(
                        number("ICE", issuer.ice()),
                        number(say(language, "if"), issuer.taxNumber()),
                        number(say(language, "rc"), issuer.tradeRegister()),
                        number(say(language, "tp"), issuer.businessTax()),
                        number("CNSS", issuer.cnss()))
                .filter(line -> !line.isEmpty())
                .toList());
    }

    private static String number(String name, String value) {
        return value.isEmpty() ? "" : name + " \u2066" + value + "\u2069";
    }

    private static String kilograms(Language language, long milligrams) {
        return Formats.decimal(language, milligrams / MILLIGRAMS, 3) + " kg";
    }

    private String say(Language language, String key, Object... arguments) {
        return texts.say(language, "market.invoice.paper." + key, arguments);
    }
}
