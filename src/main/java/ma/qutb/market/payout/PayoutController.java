package ma.qutb.market.payout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.documents.Files;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.shell.Toast;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Each payout with its paper: the signed one, or the bank's, makes it paid. */
@Controller
@RequestMapping("/app/payouts")
@PreAuthorize("hasAuthority('" + Code.PAY_OUT + "')")
class PayoutController {

    private final Payouts payouts;
    private final Payees payees;
    private final PayingOut paying;
    private final PayoutSheet sheet;
    private final PayoutPapers papers;
    private final Files files;
    private final Ledger ledger;
    private final Lists lists;
    private final RecordList list;
    private final Clock clock;

    PayoutController(
            Payouts payouts,
            Payees payees,
            PayingOut paying,
            PayoutSheet sheet,
            PayoutPapers papers,
            Files files,
            Ledger ledger,
            Lists lists,
            @Qualifier("payoutRecordList") RecordList list,
            Clock clock) {
        this.payouts = payouts;
        this.payees = payees;
        this.paying = paying;
        this.sheet = sheet;
        this.papers = papers;
        this.files = files;
        this.ledger = ledger;
        this.lists = lists;
        this.list = list;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("market/payout/list").addObject("list", lists.open(list, request, response));
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
                .body(sheet.draw(payout, payouts.lines(id)));
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
                .addObject("lines", payouts.lines(payout.id()))
                .addObject("papers", papers)
                .addObject("today", LocalDate.now(clock))
                .addObject("entry", ledger.written(payout.id()).orElse(null))
                .addObject("refusal", refusal);
    }

    private Payout open(UUID id, Actor actor) {
        var payout = payouts.find(id).orElseThrow(Payees::notFound);
        payees.open(payout.maker().value(), actor);
        return payout;
    }
}
