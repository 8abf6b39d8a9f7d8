package ma.qutb.ledger.pages;

import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.LedgerPermission.Code;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.proof.ProofTable;
import ma.qutb.ledger.reading.BookFile;
import ma.qutb.ledger.reading.BookFile.Book;
import ma.qutb.ledger.reading.ChartOfAccounts;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The books: their chart, trial balance and closed months. */
@Controller
@RequestMapping("/app/ledger")
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class BookController {

    private final BookFile books;
    private final ChartOfAccounts chart;
    private final Balances balances;
    private final ProofTable proofs;
    private final Ledger ledger;
    private final Clock clock;

    BookController(
            BookFile books, ChartOfAccounts chart, Balances balances, ProofTable proofs, Ledger ledger, Clock clock) {
        this.books = books;
        this.chart = chart;
        this.balances = balances;
        this.proofs = proofs;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView books(@AuthenticationPrincipal Actor actor) {
        return new ModelAndView("ledger/books")
                .addObject("books", books.all(actor))
                .addObject("proof", proofs.last().orElse(null));
    }

    @GetMapping("/books/{id}")
    ModelAndView chart(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var book = open(id, actor);
        return new ModelAndView("ledger/chart")
                .addObject("book", book)
                .addObject("chart", chart.with(book.id(), balances.at(book.id(), clock.instant())));
    }

    @GetMapping("/books/{id}/months")
    ModelAndView months(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return months(open(id, actor), actor, null);
    }

    @PostMapping("/books/{id}/closings")
    @PreAuthorize("hasAuthority('" + Code.CLOSE + "')")
    ModelAndView close(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var book = open(id, actor);
        try {
            ledger.closeMonth(book.id(), next(book), Poster.of(actor));
        } catch (Refusal refusal) {
            return months(book, actor, refusal);
        }
        Toast.ok(redirect, "ledger.closing.done");
        return new ModelAndView("redirect:" + book.path() + "/months");
    }

    private ModelAndView months(Book book, Actor actor, @Nullable Refusal refusal) {
        return new ModelAndView("ledger/months", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("book", book)
                .addObject("closings", books.closings(book.id()))
                .addObject("next", next(book))
                .addObject("closable", actor.may(Code.CLOSE) && next(book).isBefore(YearMonth.now(clock)))
                .addObject("refusal", refusal);
    }

    /** The month to close: after the last closed one, at first that of the first entry. */
    private YearMonth next(Book book) {
        return book.lastClosed()
                .or(() -> books.firstDay(book.id()).map(it -> it.minusMonths(1)))
                .map(it -> YearMonth.from(it).plusMonths(1))
                .orElseGet(() -> YearMonth.now(clock));
    }

    private Book open(UUID id, Actor actor) {
        return books.find(id, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
