package ma.qutb.market.payout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.documents.Files;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MakerId;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.Toast;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Payouts for those who pay: what is due, a run, each payout with its paper. */
@Controller
@RequestMapping("/app/payouts")
@PreAuthorize("hasAuthority('" + Code.PAY_OUT + "')")
class PayoutController {

    private final Statements statements;
    private final PayingOut paying;
    private final PayoutSheet sheet;
    private final PayoutPapers papers;
    private final BankFile bank;
    private final Files files;
    private final FormPages forms;
    private final Ledger ledger;
    private final Territories territories;
    private final JdbcClient database;
    private final Lists lists;
    private final RecordList list;
    private final Clock clock;

    PayoutController(
            Statements statements,
            PayingOut paying,
            PayoutSheet sheet,
            PayoutPapers papers,
            BankFile bank,
            Files files,
            FormPages forms,
            Ledger ledger,
            Territories territories,
            JdbcClient database,
            Lists lists,
            @Qualifier("payoutRecordList") RecordList list,
            Clock clock) {
        this.statements = statements;
        this.paying = paying;
        this.sheet = sheet;
        this.papers = papers;
        this.bank = bank;
        this.files = files;
        this.forms = forms;
        this.ledger = ledger;
        this.territories = territories;
        this.database = database;
        this.lists = lists;
        this.list = list;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("market/payout/list").addObject("list", lists.open(list, request, response));
    }

    /** What is due until the end of a day; last month by itself. */
    @GetMapping("/new")
    ModelAndView begin(@RequestParam(required = false) @Nullable LocalDate until) {
        return due(until == null ? LocalDate.now(clock).withDayOfMonth(1).minusDays(1) : until, Ids.next(), null);
    }

    @PostMapping("/runs")
    ModelAndView run(
            @RequestParam UUID key,
            @RequestParam LocalDate until,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        try {
            var run = paying.run(key, until, Poster.of(actor));
            Toast.ok(redirect, "market.payout.ran");
            return new ModelAndView("redirect:/app/payouts/runs/" + run);
        } catch (Refusal refusal) {
            return due(until, key, refusal);
        }
    }

    @GetMapping("/runs/{id}")
    ModelAndView run(@PathVariable UUID id) {
        var until = database.sql("select until from market.payout_run where id = :id")
                .param("id", id)
                .query(LocalDate.class)
                .optional()
                .orElseThrow(PayoutController::notFound);
        var payouts = statements.ofRun(id);
        return new ModelAndView("market/payout/run")
                .addObject("run", id)
                .addObject("until", until)
                .addObject("payouts", payouts)
                .addObject("transfers", BankFile.transfers(payouts))
                .addObject("ready", bank.ready())
                .addObject("failures", failures(id));
    }

    @GetMapping("/runs/{id}/bank.{form:xml|csv}")
    ResponseEntity<String> bankFile(@PathVariable UUID id, @PathVariable String form) {
        var payouts = statements.ofRun(id);
        if (BankFile.transfers(payouts).isEmpty() || form.equals("xml") && !bank.ready()) {
            throw notFound();
        }
        return ResponseEntity.ok()
                .contentType(
                        form.equals("xml")
                                ? new MediaType(MediaType.APPLICATION_XML, java.nio.charset.StandardCharsets.UTF_8)
                                : new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"payouts-" + id + "." + form + "\"")
                .body(form.equals("xml") ? bank.xml(id, payouts) : bank.csv(payouts));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return page(open(id, actor), null);
    }

    @GetMapping(path = "/{id}/receipt.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> receipt(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var payout = open(id, actor);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + payout.said() + ".pdf\"")
                .body(sheet.draw(payout, statements.lines(id)));
    }

    /** The signed paper, or the bank's, makes it paid. */
    @PostMapping("/{id}/confirmation")
    ModelAndView confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(name = "receipt-file", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "paid") @Nullable LocalDate paid,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var payout = open(id, actor);
        return act(payout, redirect, () -> {
            var paper = files.take(receipt, file, papers, actor)
                    .orElseThrow(() -> new Refusal("market.payout.refusal.no-receipt"));
            paying.confirm(
                    id,
                    paper.id().value(),
                    Optional.ofNullable(paid).orElseGet(() -> LocalDate.now(clock)),
                    Poster.of(actor));
        });
    }

    @PostMapping("/{id}/cancellation")
    ModelAndView cancel(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var payout = open(id, actor);
        return act(payout, redirect, () -> paying.cancel(id, reason, Poster.of(actor)));
    }

    @GetMapping("/makers/{maker}/account")
    ModelAndView account(@PathVariable UUID maker, @AuthenticationPrincipal Actor actor) {
        return forms.page(
                accountForm(maker(maker, actor), known(maker)),
                false,
                new Crumb(forms.say("market.payouts.title"), "/app/payouts"));
    }

    @PostMapping("/makers/{maker}/account")
    ModelAndView keepAccount(
            @PathVariable UUID maker,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var form = accountForm(maker(maker, actor), typed);
        var holder = form.needed("holder");
        var rib = form.read("rib", () -> Rib.typed(form.value("rib")).digits(), "");
        return form.does(Map.of(), () -> paying.account(maker, holder, rib, Poster.of(actor)))
                ? FormPages.done("/app/payouts/new", redirect)
                : forms.page(form, false, new Crumb(forms.say("market.payouts.title"), "/app/payouts"));
    }

    private ActForm accountForm(MakerId maker, Map<String, String> typed) {
        return ActForm.of(
                        "market.payout.account", "/app/payouts/makers/" + maker + "/account", "/app/payouts/new", typed)
                .ask(Part.typed("holder", "text").must())
                .ask(Part.typed("rib", "code").must());
    }

    private Map<String, String> known(UUID maker) {
        return database.sql("select holder, rib from market.maker_account where maker_id = :id")
                .param("id", maker)
                .query((row, number) -> Map.of("holder", row.getString("holder"), "rib", row.getString("rib")))
                .optional()
                .orElse(Map.of());
    }

    private ModelAndView due(LocalDate until, UUID key, @Nullable Refusal refusal) {
        return new ModelAndView("market/payout/due", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("until", until)
                .addObject("key", key)
                .addObject("due", statements.due(until))
                .addObject("refusal", refusal);
    }

    private Map<String, String> failures(UUID run) {
        var reasons = new LinkedHashMap<MakerId, String>();
        database.sql("""
            select m.id as maker_id, m.kind, f.reason from market.payout_failure f join market.maker m on m.id = f.maker_id
             where f.run_id = :run
            """).param("run", run).query(row -> {
            reasons.put(Statements.maker(row), row.getString("reason"));
        });
        var names = statements.names(reasons.keySet());
        var failures = new LinkedHashMap<String, String>();
        reasons.forEach((maker, reason) -> failures.put(names.apply(maker).in(FormPages.language()), reason));
        return failures;
    }

    private ModelAndView act(Payout payout, RedirectAttributes redirect, Runnable act) {
        try {
            act.run();
            Toast.ok(redirect, "shell.toast.saved");
            return new ModelAndView("redirect:" + payout.path());
        } catch (Refusal refusal) {
            return page(payout, refusal);
        }
    }

    private ModelAndView page(Payout payout, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "market/payout/payout", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("it", payout)
                .addObject("lines", statements.lines(payout.id()))
                .addObject("papers", papers)
                .addObject("today", LocalDate.now(clock))
                .addObject("entry", ledger.written(payout.id()).orElse(null))
                .addObject("refusal", refusal);
    }

    private Payout open(UUID id, Actor actor) {
        var payout = statements.find(id).orElseThrow(PayoutController::notFound);
        maker(payout.maker().value(), actor);
        return payout;
    }

    /** A maker of the places where this user pays. */
    private MakerId maker(UUID id, Actor actor) {
        var place = database.sql("select territory_code from market.maker where id = :id")
                .param("id", id)
                .query((row, number) -> Optional.ofNullable(row.getString(1)).map(TerritoryCode::new))
                .optional()
                .orElseThrow(PayoutController::notFound);
        if (!territories.covers(actor.scopeOf(Code.PAY_OUT), place)) {
            throw notFound();
        }
        return statements.maker(id).orElseThrow(PayoutController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
