package ma.qutb.materials.supply;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.registry.writing.Writing;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of suppliers and a new one. */
@Controller
@RequestMapping("/app/materials/suppliers")
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class SupplierController {

    private static final String LIST = "/app/materials/suppliers";

    private final RecordList list;
    private final Lists lists;
    private final Suppliers suppliers;
    private final FormPages pages;

    SupplierController(@Qualifier("supplierList") RecordList list, Lists lists, Suppliers suppliers, FormPages pages) {
        this.list = list;
        this.lists = lists;
        this.suppliers = suppliers;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("materials/supply/suppliers").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('" + Code.RECEIVE + "')")
    ModelAndView blank() {
        return page(form(Map.of()));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('" + Code.RECEIVE + "')")
    ModelAndView add(@RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        var form = form(typed);
        var name = form.needed("name");
        @Nullable String ice = form.read("ice", () -> Writing.digits(form.value("ice"), 15), "");
        var phone = form.phone("phone");
        var address = form.line("address");
        if (form.does(
                Map.of("materials.supplier.refusal.ice", "ice", "materials.supplier.refusal.ice-taken", "ice"),
                () -> suppliers.add(name, ice.isEmpty() ? null : ice, phone.orElse(null), address, false))) {
            return FormPages.done(LIST, redirect);
        }
        return page(form);
    }

    private ModelAndView page(ActForm form) {
        return pages.page(form, false, new Crumb(pages.say("materials.suppliers.title"), LIST));
    }

    private static ActForm form(Map<String, String> typed) {
        return ActForm.of("materials.supplier.new", LIST, LIST, typed)
                .ask(Part.typed("name", "text").must())
                .ask(Part.typed("ice", "code"))
                .ask(Part.typed("phone", "tel"))
                .ask(Part.typed("address", "text"));
    }
}
