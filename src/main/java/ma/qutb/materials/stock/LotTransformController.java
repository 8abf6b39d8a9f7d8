package ma.qutb.materials.stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Lots;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.paper.Papers;
import ma.qutb.materials.stock.Transformation.Kind;
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

/** Melting, alloying, parting and assaying a lot where it lies. */
@Controller
@RequestMapping("/app/materials/lots/{id}/at/{at}/{act:melt|alloy|split|assay}")
@PreAuthorize("hasAuthority('" + Code.TRANSFORM + "')")
class LotTransformController {

    private static final int PARTS = 6;

    private final Lots lots;
    private final TransformingLots transforming;
    private final LotForms forms;
    private final FormPages pages;
    private final Papers papers;

    LotTransformController(Lots lots, TransformingLots transforming, LotForms forms, FormPages pages, Papers papers) {
        this.lots = lots;
        this.transforming = transforming;
        this.forms = forms;
        this.pages = pages;
        this.papers = papers;
    }

    @GetMapping
    ModelAndView transform(
            @PathVariable UUID id,
            @PathVariable UUID at,
            @PathVariable String act,
            @AuthenticationPrincipal Actor actor) {
        var held = forms.open(id, at, actor, Code.TRANSFORM);
        return forms.page(held, transformForm(held, kind(act), Map.of()));
    }

    @PostMapping
    ModelAndView transformIt(
            @PathVariable UUID id,
            @PathVariable UUID at,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var held = forms.open(id, at, actor, Code.TRANSFORM);
        var kind = kind(act);
        var form = transformForm(held, kind, typed);
        int decimals = held.material().decimals();
        var outputs = outputs(form, kind, held);
        var inputs = new HashMap<LotId, Long>();
        inputs.put(
                held.lot().lot().id(),
                switch (kind) {
                    case SPLIT ->
                        outputs.stream()
                                .mapToLong(Transformation.Output::weight)
                                .sum();
                    case ASSAY -> held.lot().left().weight();
                    case MELT, ALLOY -> form.neededQuantity("weight", decimals);
                });
        form.id("other").ifPresent(it -> inputs.put(new LotId(it), form.neededQuantity("otherWeight", decimals)));
        var transformation = new Transformation(
                form.key(),
                kind,
                held.point(),
                inputs,
                outputs,
                kind == Kind.ALLOY ? form.neededQuantity("alloy", decimals) : 0,
                form.needed("reason"),
                pages.file(form, "photo", papers, actor),
                pages.file(form, "document", papers, actor));
        return form.attempt(LotForms.FIELDS, () -> transforming.transform(transformation, Poster.of(actor)))
                .map(done -> FormPages.done("/app/materials/transforms/" + done, redirect))
                .orElseGet(() -> forms.page(held, form));
    }

    private static List<Transformation.Output> outputs(ActForm form, Kind kind, HeldLot held) {
        int decimals = held.material().decimals();
        if (kind == Kind.SPLIT) {
            var parts = new ArrayList<Transformation.Output>();
            for (int n = 1; n <= PARTS; n++) {
                form.quantity("part" + n, decimals)
                        .ifPresent(it -> parts.add(new Transformation.Output(it, Optional.empty())));
            }
            return parts;
        }
        var fineness = TypedFineness.of(form, "fineness");
        long weight = kind == Kind.ASSAY ? held.lot().left().weight() : form.neededQuantity("out", decimals);
        return List.of(new Transformation.Output(weight, fineness));
    }

    private ActForm transformForm(HeldLot held, Kind kind, Map<String, String> typed) {
        var form = ActForm.of("materials.transform." + kind.code(), held.act(kind.code()), held.back(), typed);
        if (kind == Kind.SPLIT) {
            for (int n = 1; n <= PARTS; n++) {
                form.ask(held.weight("part" + n).called(pages.say("materials.transform.part", n)));
            }
        } else {
            if (kind != Kind.ASSAY) {
                form.ask(held.weight("weight").must())
                        .ask(Part.choice("other", others(held)))
                        .ask(held.weight("otherWeight"));
            }
            if (kind == Kind.ALLOY) {
                form.ask(held.weight("alloy").must());
            }
            if (kind != Kind.ASSAY) {
                form.ask(held.weight("out").must());
            }
            form.ask(Part.typed("fineness", "decimal").in("‰").must());
        }
        return form.ask(Part.typed("reason", "text").must())
                .ask(Part.file("photo", papers))
                .ask(Part.file("document", papers));
    }

    private List<Choice> others(HeldLot held) {
        return lots.at(held.point().id(), MaterialCode.SILVER).stream()
                .filter(it -> !it.lot().id().equals(held.lot().lot().id()))
                .map(it -> new Choice(
                        it.lot().id().toString(),
                        it.lot().number() + " · "
                                + it.lot().fineness().map(Fineness::said).orElse("")))
                .toList();
    }

    private static Kind kind(String act) {
        return Kind.valueOf(act.toUpperCase(Locale.ROOT));
    }
}
