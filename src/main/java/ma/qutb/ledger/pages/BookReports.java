package ma.qutb.ledger.pages;

import java.time.Clock;
import java.util.List;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.reading.AgedReceivables;
import ma.qutb.ledger.reading.BookFile;
import ma.qutb.ledger.reading.BookFile.Book;
import ma.qutb.ledger.reading.CashPosition;
import ma.qutb.ledger.reading.ChartOfAccounts;
import ma.qutb.ledger.reading.Moment;
import ma.qutb.ledger.reading.ReservationFile;
import ma.qutb.ledger.reading.TrialBalance;
import ma.qutb.ledger.report.Report;
import ma.qutb.ledger.report.Report.Part;
import ma.qutb.ledger.report.ReportColumn;
import ma.qutb.shell.Texts;
import org.springframework.stereotype.Component;

/** The reports of a book as of a moment: what its pages show, as a table that can leave. */
@Component
class BookReports {

    private final BookFile books;
    private final ChartOfAccounts chart;
    private final Balances balances;
    private final AgedReceivables receivables;
    private final CashPosition cash;
    private final ReservationFile reservations;
    private final Texts texts;
    private final Clock clock;

    BookReports(
            BookFile books,
            ChartOfAccounts chart,
            Balances balances,
            AgedReceivables receivables,
            CashPosition cash,
            ReservationFile reservations,
            Texts texts,
            Clock clock) {
        this.books = books;
        this.chart = chart;
        this.balances = balances;
        this.receivables = receivables;
        this.cash = cash;
        this.reservations = reservations;
        this.texts = texts;
        this.clock = clock;
    }

    TrialBalance trial(Book book, AsOf asOf) {
        return chart.with(
                book.id(),
                switch (asOf.moment(clock.getZone())) {
                    case Moment.Posted(var at) -> balances.at(book.id(), at);
                    case Moment.Occurred(var day) -> balances.on(book.id(), day);
                });
    }

    AgedReceivables.Sheet receivables(Book book, AsOf asOf) {
        return receivables.of(book.id(), asOf.moment(clock.getZone()), clock.getZone());
    }

    CashPosition.Sheet cash(Book book, AsOf asOf) {
        return cash.of(book.id(), asOf.moment(clock.getZone()), clock.getZone());
    }

    /** What was held back then; when it was to be posted does not matter to that, so there is no other way to ask. */
    List<ReservationFile.Reservation> reservations(Book book, AsOf asOf) {
        return switch (new AsOf(asOf.day(), asOf.time(), false).moment(clock.getZone())) {
            case Moment.Posted(var at) -> reservations.openAt(book.id(), at);
            case Moment.Occurred _ -> throw new IllegalStateException("asked by instant");
        };
    }

    /** The report of this name as a table. */
    Report table(String name, Book book, AsOf asOf, Language language) {
        var say = new ReportWording(texts, language);
        return switch (name) {
            case "trial-balance" -> trialTable(book, asOf, say);
            case "receivables" -> receivablesTable(book, asOf, say);
            case "cash" -> cashTable(book, asOf, say);
            case "reservations" -> reservationsTable(book, asOf, say);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private List<String> about(Book book, AsOf asOf, ReportWording say) {
        return say.about(book, asOf.moment(clock.getZone()), clock.getZone(), books);
    }

    private Report trialTable(Book book, AsOf asOf, ReportWording say) {
        return new Report(
                "trial-balance",
                say.t("ledger.trial.title"),
                about(book, asOf, say),
                List.of(
                        ReportColumn.code(say.t("ledger.report.number"), 6),
                        say.text("ledger.account.name", 40),
                        say.figure("ledger.debit", 20),
                        say.figure("ledger.credit", 20),
                        say.text("ledger.unit", 8)),
                trial(book, asOf).parts().stream().map(it -> trialPart(it, say)).toList());
    }

    private static Part trialPart(TrialBalance.Part part, ReportWording say) {
        var commodity = part.commodity();
        return new Part(
                commodity.name().in(say.language()),
                part.rows().stream()
                        .filter(it -> it.balance() != 0)
                        .map(it -> Report.row(
                                it.account().chartNumber(),
                                say.name(it.account()),
                                say.unlessZero(it.debit(), commodity),
                                say.unlessZero(it.credit(), commodity),
                                say.unit(commodity)))
                        .toList(),
                Report.row(
                        null,
                        say.t("ledger.trial.total"),
                        say.amount(part.debits(), commodity),
                        say.amount(part.credits(), commodity),
                        say.unit(commodity)));
    }

    private Report receivablesTable(Book book, AsOf asOf, ReportWording say) {
        var sheet = receivables(book, asOf);
        var dirham = sheet.rows().isEmpty()
                ? null
                : sheet.rows().getFirst().account().commodity();
        var columns = List.of(
                say.text("ledger.account.name", 32),
                say.figure("ledger.receivables.age.30", 13),
                say.figure("ledger.receivables.age.60", 13),
                say.figure("ledger.receivables.age.90", 13),
                say.figure("ledger.receivables.age.older", 13),
                say.figure("ledger.receivables.advance", 13),
                say.figure("ledger.receivables.total", 15),
                ReportColumn.day(say.t("ledger.receivables.oldest"), 14));
        var parts = dirham == null ? List.<Part>of() : List.of(receivablesPart(sheet, dirham, say));
        return new Report("receivables", say.t("ledger.receivables.title"), about(book, asOf, say), columns, parts);
    }

    private static Part receivablesPart(AgedReceivables.Sheet sheet, Commodity dirham, ReportWording say) {
        return new Part(
                dirham.name().in(say.language()),
                sheet.rows().stream()
                        .map(it -> Report.row(
                                say.name(it.account()),
                                say.unlessZero(it.ages().upTo30(), dirham),
                                say.unlessZero(it.ages().upTo60(), dirham),
                                say.unlessZero(it.ages().upTo90(), dirham),
                                say.unlessZero(it.ages().older(), dirham),
                                say.unlessZero(it.ages().advance(), dirham),
                                say.amount(it.ages().total(), dirham),
                                it.ages().oldest()))
                        .toList(),
                Report.row(
                        say.t("ledger.trial.total"),
                        say.amount(sheet.sum(AgedReceivables.Ages::upTo30), dirham),
                        say.amount(sheet.sum(AgedReceivables.Ages::upTo60), dirham),
                        say.amount(sheet.sum(AgedReceivables.Ages::upTo90), dirham),
                        say.amount(sheet.sum(AgedReceivables.Ages::older), dirham),
                        say.amount(sheet.sum(AgedReceivables.Ages::advance), dirham),
                        say.amount(sheet.sum(AgedReceivables.Ages::total), dirham),
                        null));
    }

    private Report cashTable(Book book, AsOf asOf, ReportWording say) {
        var sheet = cash(book, asOf);
        var columns = List.of(
                say.text("ledger.account.name", 40),
                say.figure("ledger.cash.opening", 18),
                say.figure("ledger.cash.in", 18),
                say.figure("ledger.cash.out", 18),
                say.figure("ledger.cash.closing", 18));
        var parts = sheet.rows().isEmpty() ? List.<Part>of() : List.of(cashPart(sheet, say));
        return new Report("cash", say.t("ledger.cash.title"), about(book, asOf, say), columns, parts);
    }

    private static Part cashPart(CashPosition.Sheet sheet, ReportWording say) {
        var dirham = sheet.rows().getFirst().account().commodity();
        return new Part(
                dirham.name().in(say.language()),
                sheet.rows().stream()
                        .map(it -> Report.row(
                                say.name(it.account()),
                                say.amount(it.opening(), dirham),
                                say.unlessZero(it.in(), dirham),
                                say.unlessZero(it.out(), dirham),
                                say.amount(it.closing(), dirham)))
                        .toList(),
                Report.row(
                        say.t("ledger.trial.total"),
                        say.amount(sheet.sum(CashPosition.Row::opening), dirham),
                        say.amount(sheet.sum(CashPosition.Row::in), dirham),
                        say.amount(sheet.sum(CashPosition.Row::out), dirham),
                        say.amount(sheet.sum(CashPosition.Row::closing), dirham)));
    }

    private Report reservationsTable(Book book, AsOf asOf, ReportWording say) {
        var rows = reservations(book, asOf).stream()
                .flatMap(it -> it.lines().stream()
                        .map(line -> Report.row(
                                it.reservedAt(),
                                say.kind(it.kind()),
                                say.name(line.account()),
                                say.unlessZero(
                                        Math.max(line.amount(), 0),
                                        line.account().commodity()),
                                say.unlessZero(
                                        Math.max(-line.amount(), 0),
                                        line.account().commodity()),
                                say.unit(line.account().commodity()),
                                it.expiresAt())))
                .toList();
        return new Report(
                "reservations",
                say.t("ledger.reservations.title"),
                about(book, new AsOf(asOf.day(), asOf.time(), false), say),
                List.of(
                        ReportColumn.day(say.t("ledger.reservation.at"), 16),
                        say.text("ledger.entry.kind", 16),
                        say.text("ledger.account.name", 26),
                        say.figure("ledger.debit", 14),
                        say.figure("ledger.credit", 14),
                        say.text("ledger.unit", 7),
                        ReportColumn.day(say.t("ledger.reservation.expires"), 16)),
                rows.isEmpty() ? List.of() : List.of(new Part("", rows, null)));
    }
}
