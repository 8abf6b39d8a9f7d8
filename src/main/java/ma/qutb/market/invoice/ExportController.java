package ma.qutb.market.invoice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What left the country: the dossier of each, and what is due at home. */
@Controller
@RequestMapping("/app/exports")
class ExportController {

    private final Exports exports;
    private final InvoiceTable invoices;
    private final FormPages pages;
    private final Lists lists;
    private final RecordList list;

    ExportController(
            Exports exports,
            InvoiceTable invoices,
            FormPages pages,
            Lists lists,
            @Qualifier("exportRecordList") RecordList list) {
        this.exports = exports;
        this.invoices = invoices;
        this.pages = pages;
        this.lists = lists;
        this.list = list;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('" + Code.SEE_INVOICES + "')")
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("shell/list/page").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/{sale}")
    @PreAuthorize("hasAuthority('" + Code.SEE_INVOICES + "')")
    ModelAndView show(@PathVariable UUID sale) {
        return new ModelAndView("market/invoice/export")
                .addObject("export", find(sale))
                .addObject("invoices", invoices.of(sale));
    }

    @PostMapping("/{sale}/consignment")
    @PreAuthorize("hasAuthority('" + Code.SET_ISSUERS + "')")
    ModelAndView consign(
            @PathVariable UUID sale,
            @RequestParam(defaultValue = "false") boolean consigned,
            RedirectAttributes redirect) {
        exports.consigned(find(sale).sale(), consigned);
        return FormPages.done("/app/exports/" + sale, redirect);
    }

    @GetMapping("/{sale}/repatriation")
    @PreAuthorize("hasAuthority('" + Code.TAKE_PAYMENTS + "')")
    ModelAndView repatriating(@PathVariable UUID sale) {
        return page(find(sale), form(find(sale), Map.of("day", pages.today())));
    }

    @PostMapping("/{sale}/repatriation")
    @PreAuthorize("hasAuthority('" + Code.TAKE_PAYMENTS + "')")
    ModelAndView repatriated(
            @PathVariable UUID sale, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        var form = form(find(sale), typed);
        var day = form.neededDay("day");
        var reference = form.needed("reference");
        return form.does(Map.of(), () -> exports.repatriated(sale, day, reference))
                ? FormPages.done("/app/exports/" + sale, redirect)
                : page(find(sale), form);
    }

    private ModelAndView page(Export export, ActForm form) {
        return pages.page(
                form,
                false,
                new Crumb(pages.say("market.exports.title"), "/app/exports"),
                new Crumb(export.number(), "/app/exports/" + export.sale()));
    }

    private static ActForm form(Export export, Map<String, String> typed) {
        var path = "/app/exports/" + export.sale();
        return ActForm.of("market.export.repatriate", path + "/repatriation", path, typed)
                .ask(Part.typed("day", "date").must())
                .ask(Part.typed("reference", "text").must());
    }

    private Export find(UUID sale) {
        return exports.find(sale).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
