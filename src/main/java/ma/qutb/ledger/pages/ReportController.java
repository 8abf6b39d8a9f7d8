package ma.qutb.ledger.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.LedgerPermission.Code;
import ma.qutb.ledger.reading.BookFile;
import ma.qutb.ledger.reading.BookFile.Book;
import ma.qutb.ledger.reading.ChartOfAccounts;
import ma.qutb.ledger.reading.ReservationFile;
import ma.qutb.ledger.report.ReportFiles;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The reports of a book as of a moment, on a page and as files. */
@Controller
@RequestMapping("/app/ledger")
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class ReportController {

    private final BookFile books;
    private final ChartOfAccounts chart;
    private final BookReports reports;
    private final LineReports lines;
    private final ReservationFile reservations;
    private final ReportFiles files;
    private final Clock clock;

    ReportController(
            BookFile books,
            ChartOfAccounts chart,
            BookReports reports,
            LineReports lines,
            ReservationFile reservations,
            ReportFiles files,
            Clock clock) {
        this.books = books;
        this.chart = chart;
        this.reports = reports;
        this.lines = lines;
        this.reservations = reservations;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/books/{id}/{report:trial-balance|receivables|cash|reservations}")
    ModelAndView page(
            @PathVariable UUID id,
            @PathVariable String report,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String by,
            @AuthenticationPrincipal Actor actor) {
        var book = open(id, actor);
        var asOf = asOf(day, time, by);
        var page = new ModelAndView("ledger/" + (report.equals("trial-balance") ? "trial" : report))
                .addObject("book", book)
                .addObject("asOf", asOf);
        return switch (report) {
            case "trial-balance" -> page.addObject("trial", reports.trial(book, asOf));
            case "receivables" -> page.addObject("sheet", reports.receivables(book, asOf));
            case "cash" -> page.addObject("sheet", reports.cash(book, asOf));
            default -> page.addObject("reservations", reports.reservations(book, asOf));
        };
    }

    @GetMapping("/books/{id}/{report:trial-balance|receivables|cash|reservations}.{format:csv|xlsx|pdf}")
    void file(
            @PathVariable UUID id,
            @PathVariable String report,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String by,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response)
            throws IOException {
        var book = open(id, actor);
        var asOf = asOf(day, time, by);
        files.send(
                reports.table(report, book, asOf, language()),
                format,
                language(),
                actor,
                "book=" + book.code() + "&" + asOf.query(),
                response);
    }

    @GetMapping("/books/{id}/journal.pdf")
    void journal(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response)
            throws IOException {
        var book = open(id, actor);
        var days = Days.of(from, to);
        files.send(
                lines.journal(book, days, language()),
                "pdf",
                language(),
                actor,
                "book=" + book.code() + "&" + days.query(),
                response);
    }

    @GetMapping("/accounts/{id}/statement.{format:csv|xlsx|pdf}")
    void statement(
            @PathVariable UUID id,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response)
            throws IOException {
        var account = chart.find(id).orElseThrow(ReportController::notFound);
        var book = open(account.book().value(), actor);
        var days = Days.of(from, to);
        files.send(
                lines.statement(book, account, days, language()),
                format,
                language(),
                actor,
                "account=" + id + "&" + days.query(),
                response);
    }

    @GetMapping("/reservations/{id}")
    ModelAndView reservation(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var reservation = reservations.find(id).orElseThrow(ReportController::notFound);
        return new ModelAndView("ledger/reservation")
                .addObject("book", open(reservation.book().value(), actor))
                .addObject("reservation", reservation);
    }

    private AsOf asOf(String day, String time, String by) {
        return AsOf.of(day, time, by, LocalDate.now(clock));
    }

    private Book open(UUID id, Actor actor) {
        return books.find(id, actor).orElseThrow(ReportController::notFound);
    }

    private static Language language() {
        return Language.of(LocaleContextHolder.getLocale().getLanguage())
                .filter(Language::complete)
                .orElse(Language.AR);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
