package ma.qutb.materials.stock;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.paper.Papers;
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

/** Writing off what was stolen, lost or wrongly written. */
@Controller
@RequestMapping("/app/materials/lots/{id}/at/{at}/write-off")
@PreAuthorize("hasAuthority('" + Code.WRITE_OFF + "')")
class LotWriteOffController {

    private final WritingOff writingOff;
    private final LotForms forms;
    private final FormPages pages;
    private final Papers papers;

    LotWriteOffController(WritingOff writingOff, LotForms forms, FormPages pages, Papers papers) {
        this.writingOff = writingOff;
        this.forms = forms;
        this.pages = pages;
        this.papers = papers;
    }

    @GetMapping
    ModelAndView writeOff(@PathVariable UUID id, @PathVariable UUID at, @AuthenticationPrincipal Actor actor) {
        var held = forms.open(id, at, actor, Code.WRITE_OFF);
        return forms.page(held, writeOffForm(held, new TreeMap<>(Map.of("day", pages.today()))));
    }

    @PostMapping
    ModelAndView writeItOff(
            @PathVariable UUID id,
            @PathVariable UUID at,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var held = forms.open(id, at, actor, Code.WRITE_OFF);
        var form = writeOffForm(held, typed);
        var kind = Arrays.stream(WritingOff.Kind.values())
                .filter(it -> it.code().equals(form.value("kind")))
                .findFirst();
        if (kind.isEmpty()) {
            form.need("kind");
        }
        long weight = form.neededQuantity("weight", held.material().decimals());
        var day = form.neededDay("day");
        var reason = form.needed("reason");
        var report = form.line("report");
        var document = pages.file(form, "document", papers, actor);
        return form.attempt(
                        LotForms.FIELDS,
                        () -> writingOff.writeOff(
                                new WritingOff.Missing(
                                        form.key(),
                                        kind.orElseThrow(),
                                        held.point(),
                                        held.lot().lot().id(),
                                        weight,
                                        day,
                                        reason,
                                        report,
                                        document),
                                Poster.of(actor)))
                .map(done -> FormPages.done("/app/materials/write-offs/" + done, redirect))
                .orElseGet(() -> forms.page(held, form));
    }

    private ActForm writeOffForm(HeldLot held, Map<String, String> typed) {
        return ActForm.of("materials.write-off.new", held.act("write-off"), held.back(), typed)
                .ask(Part.cards(
                                "kind",
                                List.of(
                                        Choice.pictured(
                                                "theft",
                                                pages.say("materials.movement.kind.theft"),
                                                "alert-triangle",
                                                null),
                                        Choice.pictured(
                                                "loss",
                                                pages.say("materials.movement.kind.loss"),
                                                "circle-minus",
                                                null),
                                        Choice.pictured(
                                                "error", pages.say("materials.movement.kind.error"), "pencil", null)))
                        .must())
                .ask(held.weight("weight").must())
                .ask(Part.typed("day", "date").must())
                .ask(Part.typed("reason", "text").must())
                .ask(Part.typed("report", "text"))
                .ask(Part.file("document", papers));
    }
}
