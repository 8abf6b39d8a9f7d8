package ma.qutb.ledger.pages;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.reading.BookFile;
import ma.qutb.ledger.reading.BookFile.Book;
import ma.qutb.ledger.reading.ChartAccount;
import ma.qutb.ledger.reading.Moment;
import ma.qutb.ledger.report.ReportColumn;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Texts;
import org.jspecify.annotations.Nullable;

/** The words and figures of a report in one language. */
record ReportWording(Texts texts, Language language) {

    /** Keeps a number or a code from being turned round in an Arabic line. */
    private static final String ISOLATED = "\u2066%s\u2069";

    String t(String key, Object... arguments) {
        return texts.say(language, key, arguments);
    }

    String kind(String code) {
        return LedgerWords.kind(texts, language, code);
    }

    ReportColumn text(String key, int share) {
        return ReportColumn.text(t(key), share);
    }

    ReportColumn figure(String key, int share) {
        return ReportColumn.figure(t(key), share);
    }

    String name(ChartAccount account) {
        return account.name().in(language);
    }

    String unit(Commodity commodity) {
        return commodity.unit().in(language);
    }

    BigDecimal amount(long smallestParts, Commodity commodity) {
        return BigDecimal.valueOf(smallestParts, commodity.decimals());
    }

    @Nullable
    BigDecimal unlessZero(long smallestParts, Commodity commodity) {
        return smallestParts == 0 ? null : amount(smallestParts, commodity);
    }

    /** Which book, as of when, and the hash that fixes every figure below. */
    List<String> about(Book book, Moment moment, ZoneId zone, BookFile books) {
        var about = new ArrayList<>(book(book));
        about.add(
                switch (moment) {
                    case Moment.Posted(var at) ->
                        t("ledger.report.posted", ISOLATED.formatted(Formats.shortDateTime(at)));
                    case Moment.Occurred(var day) ->
                        t("ledger.report.occurred", ISOLATED.formatted(Formats.shortDate(day)));
                });
        if (moment instanceof Moment.Posted(var at)) {
            books.anchor(book, at)
                    .ifPresent(it -> about.add(
                            t("ledger.report.anchor", ISOLATED.formatted(it.number()), ISOLATED.formatted(it.hash()))));
        }
        return about;
    }

    List<String> book(Book book) {
        var line = book.name().in(language) + " · " + ISOLATED.formatted(book.code());
        return book.demonstration() ? List.of(line, t("ledger.report.demonstration")) : List.of(line);
    }

    String code(String text) {
        return ISOLATED.formatted(text);
    }
}
