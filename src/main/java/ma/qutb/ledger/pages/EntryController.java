package ma.qutb.ledger.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.LedgerPermission.Code;
import ma.qutb.ledger.Source;
import ma.qutb.ledger.SourceKind;
import ma.qutb.ledger.reading.AccountStatement;
import ma.qutb.ledger.reading.BookFile;
import ma.qutb.ledger.reading.ChartOfAccounts;
import ma.qutb.ledger.reading.EntryFile;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
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

/** The journal, one entry, and the statement of an account. */
@Controller
@RequestMapping("/app/ledger")
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class EntryController {

    private final RecordList journal;
    private final Lists lists;
    private final EntryFile entries;
    private final BookFile books;
    private final ChartOfAccounts chart;
    private final AccountStatement statements;
    private final List<SourceKind> sources;
    private final Clock clock;

    EntryController(
            @Qualifier("journalList") RecordList journal,
            Lists lists,
            EntryFile entries,
            BookFile books,
            ChartOfAccounts chart,
            AccountStatement statements,
            ObjectProvider<SourceKind> sources,
            Clock clock) {
        this.journal = journal;
        this.lists = lists;
        this.entries = entries;
        this.books = books;
        this.chart = chart;
        this.statements = statements;
        this.sources = sources.stream().toList();
        this.clock = clock;
    }

    @GetMapping("/journal")
    ModelAndView journal(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("shell/list/page").addObject("list", lists.open(journal, request, response));
    }

    @GetMapping("/entries/{id}")
    ModelAndView entry(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var entry = entries.find(id).orElseThrow(EntryController::notFound);
        var book = books.find(entry.book().value(), actor).orElseThrow(EntryController::notFound);
        return new ModelAndView("ledger/entry")
                .addObject("book", book)
                .addObject("entry", entry)
                .addObject("sourcePath", pathOf(entry.source()).orElse(null));
    }

    @GetMapping("/accounts/{id}")
    ModelAndView statement(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @AuthenticationPrincipal Actor actor) {
        var account = chart.find(id).orElseThrow(EntryController::notFound);
        var book = books.find(account.book().value(), actor).orElseThrow(EntryController::notFound);
        var days = Days.of(from, to);
        int wanted = page.matches("[0-9]{1,8}") ? Integer.parseInt(page) : 1;
        return new ModelAndView("ledger/statement")
                .addObject("book", book)
                .addObject("account", account)
                .addObject("days", days)
                .addObject("sheet", statements.open(account.id(), days.period(clock.getZone()), wanted));
    }

    private Optional<String> pathOf(@Nullable Source source) {
        return source == null
                ? Optional.empty()
                : sources.stream()
                        .filter(it -> it.kind().equals(source.kind()))
                        .findFirst()
                        .map(it -> it.pathOf(source.id()));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
