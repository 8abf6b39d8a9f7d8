package ma.qutb.materials.stock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.Material;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.stock.KeepingFinenesses.Dealt;
import ma.qutb.shell.Toast;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finenesses: the list, one more from a day on, the end of one. */
@Controller
@RequestMapping("/app/finenesses")
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class FinenessController {

    private static final String ONE = "/{material:[A-Z_]+}/{tenths:[0-9]{1,5}}/{from:[0-9-]{10}}";

    private final Lists lists;
    private final RecordList list;
    private final KeepingFinenesses keeping;
    private final Materials materials;
    private final Clock clock;

    FinenessController(
            Lists lists,
            @Qualifier("finenessRecordList") RecordList list,
            KeepingFinenesses keeping,
            Materials materials,
            Clock clock) {
        this.lists = lists;
        this.list = list;
        this.keeping = keeping;
        this.materials = materials;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("materials/fineness/list").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('" + Code.MANAGE_POINTS + "')")
    ModelAndView blank() {
        return form(new FinenessForm("", "", LocalDate.now(clock).toString()), null);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('" + Code.MANAGE_POINTS + "')")
    ModelAndView add(@ModelAttribute FinenessForm form, RedirectAttributes redirect) {
        try {
            keeping.add(material(form), form.read(), form.date());
        } catch (Refusal refusal) {
            return form(form, refusal);
        }
        Toast.ok(redirect, "shell.toast.saved");
        return new ModelAndView("redirect:/app/finenesses");
    }

    @GetMapping(ONE)
    ModelAndView show(
            @PathVariable String material,
            @PathVariable int tenths,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from) {
        return page(find(material, tenths, from), LocalDate.now(clock).toString(), null);
    }

    @PostMapping(ONE + "/end")
    @PreAuthorize("hasAuthority('" + Code.MANAGE_POINTS + "')")
    ModelAndView end(
            @PathVariable String material,
            @PathVariable int tenths,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @ModelAttribute FinenessForm form,
            RedirectAttributes redirect) {
        var dealt = find(material, tenths, from);
        try {
            keeping.end(dealt, form.date());
        } catch (Refusal refusal) {
            return page(dealt, FinenessForm.text(form.day()), refusal);
        }
        Toast.ok(redirect, "shell.toast.saved");
        return new ModelAndView("redirect:/app/finenesses");
    }

    private Dealt find(String material, int tenths, LocalDate from) {
        return keeping.find(material, tenths, from)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Material material(FinenessForm form) {
        return materials.all().stream()
                .filter(it -> it.code().value().equals(FinenessForm.text(form.material())))
                .findFirst()
                .orElseThrow(() -> new Refusal("materials.fineness.refusal.material"));
    }

    private ModelAndView page(Dealt dealt, String day, @Nullable Refusal refusal) {
        return new ModelAndView("materials/fineness/show", status(refusal))
                .addObject("dealt", dealt)
                .addObject("material", materials.find(dealt.material()).orElseThrow())
                .addObject("day", day)
                .addObject("refusal", refusal);
    }

    private ModelAndView form(FinenessForm form, @Nullable Refusal refusal) {
        return new ModelAndView("materials/fineness/form", status(refusal))
                .addObject("form", form)
                .addObject(
                        "materials",
                        materials.all().stream().filter(Material::hasFineness).toList())
                .addObject("refusal", refusal);
    }

    private static HttpStatus status(@Nullable Refusal refusal) {
        return refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
