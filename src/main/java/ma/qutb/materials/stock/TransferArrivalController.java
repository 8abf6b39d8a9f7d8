package ma.qutb.materials.stock;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Lots;
import ma.qutb.materials.Material;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoints;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Crumb;
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

/** What arrives of what was sent, and what is missing of it. */
@Controller
@RequestMapping("/app/materials/transfers/{id}/arrival")
@PreAuthorize("hasAuthority('" + Code.RECEIVE + "')")
class TransferArrivalController {

    private final Lots lots;
    private final LotFile file;
    private final SalePoints points;
    private final Materials materials;
    private final MovingLots moving;
    private final FormPages pages;

    TransferArrivalController(
            Lots lots, LotFile file, SalePoints points, Materials materials, MovingLots moving, FormPages pages) {
        this.lots = lots;
        this.file = file;
        this.points = points;
        this.materials = materials;
        this.moving = moving;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView arrival(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var sent = sent(id, actor);
        var material = materialOf(sent.lot());
        return arrivalPage(
                sent,
                arrivalForm(
                        sent,
                        material,
                        new TreeMap<>(Map.of(
                                "weight",
                                BigDecimal.valueOf(sent.weight(), material.decimals())
                                        .toPlainString()))));
    }

    @PostMapping
    ModelAndView arrive(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var sent = sent(id, actor);
        var material = materialOf(sent.lot());
        var form = arrivalForm(sent, material, typed);
        long weight = form.neededQuantity("weight", material.decimals());
        var missing = form.line("missing");
        if (form.does(
                Map.of(
                        "materials.transfer.refusal.weight",
                        "weight",
                        "materials.transfer.refusal.no-reason",
                        "missing"),
                () -> moving.arrive(form.key(), id, weight, missing, Poster.of(actor)))) {
            return FormPages.done(sent.path(), redirect);
        }
        return arrivalPage(sent, form);
    }

    private ActForm arrivalForm(LotFile.Transfer sent, Material material, Map<String, String> typed) {
        return ActForm.of("materials.transfer.arrival", sent.path() + "/arrival", sent.path(), typed)
                .ask(Part.typed("weight", "decimal")
                        .in(material.unit().in(FormPages.language()))
                        .must())
                .ask(Part.typed("missing", "text"));
    }

    private ModelAndView arrivalPage(LotFile.Transfer sent, ActForm form) {
        return pages.page(
                form,
                false,
                new Crumb(pages.say("materials.movements.title"), "/app/materials/movements"),
                new Crumb(pages.say("materials.transfer.called", String.valueOf(sent.number())), sent.path()));
    }

    private LotFile.Transfer sent(UUID id, Actor actor) {
        var sent = file.transfer(id).orElseThrow(LotController::notFound);
        if (points.find(sent.to(), actor, Code.RECEIVE).isEmpty()) {
            throw LotController.notFound();
        }
        return sent;
    }

    private Material materialOf(LotId lot) {
        return materials.find(lots.find(lot).orElseThrow().material()).orElseThrow();
    }
}
