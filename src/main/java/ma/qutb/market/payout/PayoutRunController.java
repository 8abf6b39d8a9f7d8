package ma.qutb.market.payout;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Paying everybody at once: what is due, the run, and the file the bank takes. */
@Controller
@RequestMapping("/app/payouts")
@PreAuthorize("hasAuthority('" + Code.PAY_OUT + "')")
class PayoutRunController {

    private final Dues dues;
    private final Payouts payouts;
    private final PayingOut paying;
    private final BankFile bank;
    private final Clock clock;

    PayoutRunController(Dues dues, Payouts payouts, PayingOut paying, BankFile bank, Clock clock) {
        this.dues = dues;
        this.payouts = payouts;
        this.paying = paying;
        this.bank = bank;
        this.clock = clock;
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
        var until = this.payouts.until(id).orElseThrow(Payees::notFound);
        var payouts = this.payouts.ofRun(id);
        return new ModelAndView("market/payout/run")
                .addObject("run", id)
                .addObject("until", until)
                .addObject("payouts", payouts)
                .addObject("transfers", BankFile.transfers(payouts))
                .addObject("ready", bank.ready())
                .addObject("failures", this.payouts.failures(id));
    }

    @GetMapping("/runs/{id}/bank.{form:xml|csv}")
    ResponseEntity<String> bankFile(@PathVariable UUID id, @PathVariable String form) {
        var payouts = this.payouts.ofRun(id);
        if (BankFile.transfers(payouts).isEmpty() || form.equals("xml") && !bank.ready()) {
            throw Payees.notFound();
        }
        return ResponseEntity.ok()
                .contentType(
                        form.equals("xml")
                                ? new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8)
                                : new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"payouts-" + id + "." + form + "\"")
                .body(form.equals("xml") ? bank.xml(id, payouts) : bank.csv(payouts));
    }

    private ModelAndView due(LocalDate until, UUID key, @Nullable Refusal refusal) {
        return new ModelAndView("market/payout/due", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("until", until)
                .addObject("key", key)
                .addObject("due", dues.due(until))
                .addObject("refusal", refusal);
    }
}
