package ma.qutb.market.till;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A sale that was made: its receipt, an invoice for whoever asks, and what comes back. */
@Controller
@RequestMapping("/app/till/sales/{id}")
@PreAuthorize("hasAuthority('" + Code.SEE_TILL + "')")
class HallSaleController {

    private final HallTills tills;
    private final TillSaleTable sales;
    private final InvoicingTourists invoicing;
    private final TakingBackAtTheHall taking;
    private final HallReceipts receipts;
    private final Ledger ledger;

    HallSaleController(
            HallTills tills,
            TillSaleTable sales,
            InvoicingTourists invoicing,
            TakingBackAtTheHall taking,
            HallReceipts receipts,
            Ledger ledger) {
        this.tills = tills;
        this.sales = sales;
        this.invoicing = invoicing;
        this.taking = taking;
        this.receipts = receipts;
        this.ledger = ledger;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return page(find(id, actor, Code.SEE_TILL), null);
    }

    @GetMapping("/receipt-{size:80|a5}.pdf")
    ResponseEntity<byte[]> receipt(
            @PathVariable UUID id, @PathVariable String size, @AuthenticationPrincipal Actor actor) {
        var sale = find(id, actor, Code.SEE_TILL);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(sale.number() + ".pdf")
                                .build()
                                .toString())
                .body(size.equals("80") ? receipts.strip(sale) : receipts.sheet(sale));
    }

    @PostMapping("/invoice")
    @PreAuthorize("hasAuthority('" + Code.USE_TILL + "')")
    ModelAndView invoice(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String ice,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var sale = find(id, actor, Code.USE_TILL);
        return act(
                sale,
                redirect,
                "market.till.invoiced",
                () -> invoicing.issue(
                        sale, new InvoicingTourists.Tourist(name, document, country, ice), Poster.of(actor)));
    }

    @PostMapping("/returns")
    @PreAuthorize("hasAuthority('" + Code.USE_TILL + "')")
    ModelAndView takeBack(
            @PathVariable UUID id,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") List<UUID> line,
            @RequestParam(defaultValue = "false") boolean faulty,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "cash") String means,
            @RequestParam(defaultValue = "") String slip,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var sale = find(id, actor, Code.USE_TILL);
        var back = new TakingBackAtTheHall.Back(
                key, id, line.stream().collect(Collectors.toSet()), faulty, reason, means.equals("card"), slip);
        return act(sale, redirect, "market.till.taken-back", () -> taking.takeBack(back, Poster.of(actor)));
    }

    private ModelAndView act(TillSale sale, RedirectAttributes redirect, String done, Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            return page(sale, refusal);
        }
        Toast.ok(redirect, done);
        return new ModelAndView("redirect:" + sale.path());
    }

    private ModelAndView page(TillSale sale, @Nullable Refusal refusal) {
        return new ModelAndView("market/till/sale", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("sale", sale)
                .addObject("invoices", invoicing.of(sale))
                .addObject("entry", ledger.written(sale.id()).orElse(null))
                .addObject("key", Ids.next())
                .addObject("refusal", refusal);
    }

    private TillSale find(UUID id, Actor actor, String permission) {
        var sale = sales.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        tills.open(sale.till().id(), actor, permission);
        return sale;
    }
}
