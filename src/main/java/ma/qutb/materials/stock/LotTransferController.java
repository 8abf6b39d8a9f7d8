package ma.qutb.materials.stock;

import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
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

/** Sending some of a lot to another point. */
@Controller
@RequestMapping("/app/materials/lots/{id}/at/{at}/transfer")
@PreAuthorize("hasAuthority('" + Code.TRANSFORM + "')")
class LotTransferController {

    private final SalePoints points;
    private final MovingLots moving;
    private final LotForms forms;

    LotTransferController(SalePoints points, MovingLots moving, LotForms forms) {
        this.points = points;
        this.moving = moving;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView transfer(@PathVariable UUID id, @PathVariable UUID at, @AuthenticationPrincipal Actor actor) {
        var held = forms.open(id, at, actor, Code.TRANSFORM);
        return forms.page(held, transferForm(held, Map.of()));
    }

    @PostMapping
    ModelAndView send(
            @PathVariable UUID id,
            @PathVariable UUID at,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var held = forms.open(id, at, actor, Code.TRANSFORM);
        var form = transferForm(held, typed);
        var to = form.id("to").flatMap(it -> points.find(new SalePointId(it)));
        if (to.isEmpty()) {
            form.need("to");
        }
        long weight = form.neededQuantity("weight", held.material().decimals());
        var carrier = form.line("carrier");
        return form.attempt(
                        LotForms.FIELDS,
                        () -> moving.send(
                                new MovingLots.Dispatch(
                                        form.key(),
                                        held.lot().lot().id(),
                                        held.point().id(),
                                        to.orElseThrow().id(),
                                        weight,
                                        carrier),
                                Poster.of(actor)))
                .map(sent -> FormPages.done("/app/materials/transfers/" + sent, redirect))
                .orElseGet(() -> forms.page(held, form));
    }

    private ActForm transferForm(HeldLot held, Map<String, String> typed) {
        var language = FormPages.language();
        var others = points.of(held.point().fund().id()).stream()
                .filter(it ->
                        !it.id().equals(held.point().id()) && it.closedOn().isEmpty())
                .map(it -> new Choice(it.id().toString(), it.name().in(language)))
                .toList();
        return ActForm.of("materials.transfer.new", held.act("transfer"), held.back(), typed)
                .ask(Part.choice("to", others).must())
                .ask(held.weight("weight").must())
                .ask(Part.typed("carrier", "text"));
    }
}
