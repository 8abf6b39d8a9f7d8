package ma.qutb.market.invoice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Invoices: the list, each with its papers; the buyer's own copy has an address they alone know. */
@Controller
class InvoiceController {

    private final InvoiceTable invoices;
    private final InvoicePaper paper;
    private final Exports exports;
    private final Lists lists;
    private final RecordList list;

    InvoiceController(
            InvoiceTable invoices,
            InvoicePaper paper,
            Exports exports,
            Lists lists,
            @Qualifier("invoiceRecordList") RecordList list) {
        this.invoices = invoices;
        this.paper = paper;
        this.exports = exports;
        this.lists = lists;
        this.list = list;
    }

    @GetMapping("/app/invoices")
    @PreAuthorize("hasAuthority('" + Code.SEE_INVOICES + "')")
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("market/invoice/list").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/app/invoices/{id}")
    @PreAuthorize("hasAuthority('" + Code.SEE_INVOICES + "')")
    ModelAndView show(@PathVariable UUID id) {
        var invoice = find(id);
        return new ModelAndView("market/invoice/show")
                .addObject("invoice", invoice)
                .addObject(
                        "others",
                        invoices.of(invoice.sale()).stream()
                                .filter(it -> !it.id().equals(id))
                                .toList())
                .addObject("export", exports.find(invoice.sale()).orElse(null))
                .addObject("arabic", AmountInWords.arabic(invoice.total()))
                .addObject("french", AmountInWords.french(invoice.total()));
    }

    @GetMapping("/app/invoices/{id}/packing.pdf")
    @PreAuthorize("hasAuthority('" + Code.SEE_INVOICES + "')")
    ResponseEntity<byte[]> packing(@PathVariable UUID id) {
        var invoice = find(id);
        var language = invoice.language() == Language.FR ? Language.FR : Language.EN;
        return pdf("packing-" + invoice.saleNumber(), paper.packing(invoice, language));
    }

    @GetMapping("/{language:ar|fr|en|es|zgh}/invoices/{id}.pdf")
    ResponseEntity<byte[]> copy(@PathVariable String language, @PathVariable UUID id) {
        var invoice = find(id);
        var printed = Language.of(language).filter(Language::complete).orElse(Language.FR);
        return pdf(invoice.number(), paper.invoice(invoice, printed));
    }

    private Invoice find(UUID id) {
        return invoices.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> pdf(String name, byte[] file) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .body(file);
    }
}
