package ma.qutb.ledger.pages;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.reading.AccountStatement;
import ma.qutb.ledger.reading.BookFile.Book;
import ma.qutb.ledger.reading.ChartAccount;
import ma.qutb.ledger.reading.JournalSheet;
import ma.qutb.ledger.report.Report;
import ma.qutb.ledger.report.Report.Part;
import ma.qutb.ledger.report.ReportColumn;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What goes posting by posting over a period: the statement of an account, the journal of a book. */
@Component
class LineReports {

    /** More than this is no paper: the spreadsheet of the journal has no end. */
    private static final int MOST = 10_000;

    private final AccountStatement statements;
    private final JournalSheet journals;
    private final Texts texts;
    private final Clock clock;

    LineReports(AccountStatement statements, JournalSheet journals, Texts texts, Clock clock) {
        this.statements = statements;
        this.journals = journals;
        this.texts = texts;
        this.clock = clock;
    }

    Report statement(Book book, ChartAccount account, Days days, Language language) {
        var say = new ReportWording(texts, language);
        var commodity = account.commodity();
        var sheet = statements.whole(account.id(), days.period(clock.getZone()), MOST);
        var rows = new ArrayList<List<@Nullable Object>>();
        rows.add(Report.row(
                null, null, say.t("ledger.statement.opening"), null, null, say.amount(sheet.opening(), commodity)));
        for (var it : sheet.movements()) {
            rows.add(Report.row(
                    book.code() + "/" + it.number(),
                    it.occurredOn(),
                    say.kind(it.kind()) + (it.reason().isEmpty() ? "" : " · " + it.reason()),
                    say.unlessZero(Math.max(it.amount(), 0), commodity),
                    say.unlessZero(Math.max(-it.amount(), 0), commodity),
                    say.amount(it.balance(), commodity)));
        }
        long debits = sheet.movements().stream()
                .mapToLong(it -> Math.max(it.amount(), 0))
                .sum();
        long credits = sheet.movements().stream()
                .mapToLong(it -> Math.max(-it.amount(), 0))
                .sum();
        return new Report(
                "statement",
                say.t("ledger.statement.title"),
                about(book, days, sheet.total(), sheet.movements().size(), say),
                List.of(
                        ReportColumn.code(say.t("ledger.entry.number"), 16),
                        ReportColumn.day(say.t("ledger.entry.occurred"), 14),
                        say.text("ledger.entry.kind", 38),
                        say.figure("ledger.debit", 16),
                        say.figure("ledger.credit", 16),
                        ReportColumn.figure(say.t("ledger.account.balance", say.unit(commodity)), 18)),
                List.of(new Part(
                        account.chartNumber() + " · " + say.name(account),
                        rows,
                        Report.row(
                                null,
                                null,
                                say.t("ledger.trial.total"),
                                say.amount(debits, commodity),
                                say.amount(credits, commodity),
                                say.amount(sheet.closing(), commodity)))));
    }

    Report journal(Book book, Days days, Language language) {
        var say = new ReportWording(texts, language);
        var period = days.period(clock.getZone());
        var lines = journals.between(book.id(), period.from(), period.upTo(), MOST + 1);
        var shown = lines.subList(0, Math.min(lines.size(), MOST));
        long last = 0;
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var it : shown) {
            boolean first = it.number() != last;
            last = it.number();
            rows.add(Report.row(
                    first ? book.code() + "/" + it.number() : null,
                    first ? it.occurredOn() : null,
                    first ? say.kind(it.kind()) + (it.reason().isEmpty() ? "" : " · " + it.reason()) : null,
                    it.chartNumber(),
                    it.account().in(language),
                    it.amount() > 0 ? java.math.BigDecimal.valueOf(it.amount(), it.decimals()) : null,
                    it.amount() < 0 ? java.math.BigDecimal.valueOf(-it.amount(), it.decimals()) : null,
                    it.unit().in(language)));
        }
        return new Report(
                "journal",
                say.t("ledger.journal.title"),
                about(book, days, lines.size(), shown.size(), say),
                List.of(
                        ReportColumn.code(say.t("ledger.entry.number"), 15),
                        ReportColumn.day(say.t("ledger.entry.occurred"), 14),
                        say.text("ledger.entry.kind", 26),
                        ReportColumn.code(say.t("ledger.report.number"), 7),
                        say.text("ledger.account.name", 26),
                        say.figure("ledger.debit", 15),
                        say.figure("ledger.credit", 15),
                        say.text("ledger.unit", 6)),
                List.of(new Part("", rows, null)));
    }

    private List<String> about(Book book, Days days, long there, long shown, ReportWording say) {
        var about = new ArrayList<>(say.book(book));
        var from = days.from();
        var to = days.to();
        if (from != null) {
            about.add(say.t("ledger.report.from", say.code(Formats.shortDate(from))));
        }
        if (to != null) {
            about.add(say.t("ledger.report.to", say.code(Formats.shortDate(to))));
        }
        if (there > shown) {
            about.add(say.t("ledger.report.cut", MOST));
        }
        return about;
    }
}
