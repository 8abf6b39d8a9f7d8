package ma.qutb.materials.stock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Lots;
import ma.qutb.materials.Material;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.form.ActForm;
import ma.qutb.materials.form.FormPages;
import ma.qutb.materials.form.Papers;
import ma.qutb.materials.form.Part;
import ma.qutb.materials.stock.Transformation.Kind;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.Texts;
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

/** What is done with a lot where it lies: sending, melting, parting, assaying, writing off. */
@Controller
@RequestMapping("/app/materials")
class LotActsController {

    private static final int PARTS = 6;
    private static final Map<String, String> WEIGHT = Map.of(
            "materials.lot.refusal.not-enough", "weight",
            "materials.lot.refusal.nothing-taken", "weight",
            "materials.write-off.refusal.no-report", "report",
            "materials.write-off.refusal.day", "day",
            "materials.transform.refusal.more-silver", "fineness",
            "materials.transform.refusal.heavier", "out",
            "materials.transform.refusal.no-fineness", "fineness",
            "materials.transform.refusal.no-alloy", "alloy",
            "materials.transform.refusal.parts-sum", "part1",
            "materials.transform.refusal.parts", "part2");

    private final Lots lots;
    private final LotFile file;
    private final SalePoints points;
    private final Materials materials;
    private final MovingLots moving;
    private final TransformingLots transforming;
    private final WritingOff writingOff;
    private final FormPages pages;
    private final Papers papers;
    private final Texts texts;
    private final Clock clock;

    LotActsController(
            Lots lots,
            LotFile file,
            SalePoints points,
            Materials materials,
            MovingLots moving,
            TransformingLots transforming,
            WritingOff writingOff,
            FormPages pages,
            Papers papers,
            Texts texts,
            Clock clock) {
        this.lots = lots;
        this.file = file;
        this.points = points;
        this.materials = materials;
        this.moving = moving;
        this.transforming = transforming;
        this.writingOff = writingOff;
        this.pages = pages;
        this.papers = papers;
        this.texts = texts;
        this.clock = clock;
    }

    /** A lot at a point, with what the forms need to know of both. */
    private record Held(LotAtPoint lot, SalePoint point, Material material) {

        String back() {
            return "/app/materials/lots/" + lot.lot().id();
        }

        String act(String act) {
            return back() + "/at/" + point.id() + "/" + act;
        }
    }

    @GetMapping("/lots/{id}/at/{at}/transfer")
    @PreAuthorize("hasAuthority('" + Code.TRANSFORM + "')")
    ModelAndView transfer(@PathVariable UUID id, @PathVariable UUID at, @AuthenticationPrincipal Actor actor) {
        var held = open(id, at, actor, Code.TRANSFORM);
        return page(held, transferForm(held, Map.of()));
    }

    @PostMapping("/lots/{id}/at/{at}/transfer")
    @PreAuthorize("hasAuthority('" + Code.TRANSFORM + "')")
    ModelAndView send(
            @PathVariable UUID id,
            @PathVariable UUID at,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var held = open(id, at, actor, Code.TRANSFORM);
        var form = transferForm(held, typed);
        var to = form.id("to").flatMap(it -> points.find(new SalePointId(it)));
        if (to.isEmpty()) {
            form.need("to");
        }
        long weight = form.neededQuantity("weight", held.material().decimals());
        var carrier = form.line("carrier");
        return form.attempt(
                        WEIGHT,
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
                .orElseGet(() -> page(held, form));
    }

    private ActForm transferForm(Held held, Map<String, String> typed) {
        var language = FormPages.language();
        var others = points.of(held.point().fund().id()).stream()
                .filter(it ->
                        !it.id().equals(held.point().id()) && it.closedOn().isEmpty())
                .map(it -> new Choice(it.id().toString(), it.name().in(language)))
                .toList();
        return ActForm.of("materials.transfer.new", held.act("transfer"), held.back(), typed)
                .ask(Part.choice("to", others).must())
                .ask(weight("weight", held).must())
                .ask(Part.typed("carrier", "text"));
    }

    @GetMapping("/transfers/{id}/arrival")
    @PreAuthorize("hasAuthority('" + Code.RECEIVE + "')")
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
                                java.math.BigDecimal.valueOf(sent.weight(), material.decimals())
                                        .toPlainString()))));
    }

    @PostMapping("/transfers/{id}/arrival")
    @PreAuthorize("hasAuthority('" + Code.RECEIVE + "')")
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
                new Crumb(say("materials.movements.title"), "/app/materials/movements"),
                new Crumb(say("materials.transfer.called", String.valueOf(sent.number())), sent.path()));
    }

    private LotFile.Transfer sent(UUID id, Actor actor) {
        var sent = file.transfer(id).orElseThrow(LotController::notFound);
        if (points.find(sent.to(), actor, Code.RECEIVE).isEmpty()) {
            throw LotController.notFound();
        }
        return sent;
    }

    @GetMapping("/lots/{id}/at/{at}/{act:melt|alloy|split|assay}")
    @PreAuthorize("hasAuthority('" + Code.TRANSFORM + "')")
    ModelAndView transform(
            @PathVariable UUID id,
            @PathVariable UUID at,
            @PathVariable String act,
            @AuthenticationPrincipal Actor actor) {
        var held = open(id, at, actor, Code.TRANSFORM);
        return page(held, transformForm(held, kind(act), Map.of()));
    }

    @PostMapping("/lots/{id}/at/{at}/{act:melt|alloy|split|assay}")
    @PreAuthorize("hasAuthority('" + Code.TRANSFORM + "')")
    ModelAndView transformIt(
            @PathVariable UUID id,
            @PathVariable UUID at,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var held = open(id, at, actor, Code.TRANSFORM);
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
        return form.attempt(WEIGHT, () -> transforming.transform(transformation, Poster.of(actor)))
                .map(done -> FormPages.done("/app/materials/transforms/" + done, redirect))
                .orElseGet(() -> page(held, form));
    }

    private static List<Transformation.Output> outputs(ActForm form, Kind kind, Held held) {
        int decimals = held.material().decimals();
        if (kind == Kind.SPLIT) {
            var parts = new ArrayList<Transformation.Output>();
            for (int n = 1; n <= PARTS; n++) {
                form.quantity("part" + n, decimals)
                        .ifPresent(it -> parts.add(new Transformation.Output(it, Optional.empty())));
            }
            return parts;
        }
        Optional<Fineness> fineness = form.read(
                "fineness",
                () -> form.quantity("fineness", 1).map(it -> new Fineness((int) Math.min(it, 100_000))),
                Optional.empty());
        long weight = kind == Kind.ASSAY ? held.lot().left().weight() : form.neededQuantity("out", decimals);
        return List.of(new Transformation.Output(weight, fineness));
    }

    private ActForm transformForm(Held held, Kind kind, Map<String, String> typed) {
        var form = ActForm.of("materials.transform." + kind.code(), held.act(kind.code()), held.back(), typed);
        if (kind == Kind.SPLIT) {
            for (int n = 1; n <= PARTS; n++) {
                form.ask(weight("part" + n, held).called(say("materials.transform.part", n)));
            }
        } else {
            if (kind != Kind.ASSAY) {
                form.ask(weight("weight", held).must())
                        .ask(Part.choice("other", others(held)))
                        .ask(weight("otherWeight", held));
            }
            if (kind == Kind.ALLOY) {
                form.ask(weight("alloy", held).must());
            }
            if (kind != Kind.ASSAY) {
                form.ask(weight("out", held).must());
            }
            form.ask(Part.typed("fineness", "decimal").in("‰").must());
        }
        return form.ask(Part.typed("reason", "text").must())
                .ask(Part.file("photo", papers))
                .ask(Part.file("document", papers));
    }

    private List<Choice> others(Held held) {
        return lots.at(held.point().id(), MaterialCode.SILVER).stream()
                .filter(it -> !it.lot().id().equals(held.lot().lot().id()))
                .map(it -> new Choice(
                        it.lot().id().toString(),
                        it.lot().number() + " · "
                                + it.lot().fineness().map(Fineness::said).orElse("")))
                .toList();
    }

    @GetMapping("/lots/{id}/at/{at}/write-off")
    @PreAuthorize("hasAuthority('" + Code.WRITE_OFF + "')")
    ModelAndView writeOff(@PathVariable UUID id, @PathVariable UUID at, @AuthenticationPrincipal Actor actor) {
        var held = open(id, at, actor, Code.WRITE_OFF);
        return page(
                held,
                writeOffForm(
                        held, new TreeMap<>(Map.of("day", LocalDate.now(clock).toString()))));
    }

    @PostMapping("/lots/{id}/at/{at}/write-off")
    @PreAuthorize("hasAuthority('" + Code.WRITE_OFF + "')")
    ModelAndView writeItOff(
            @PathVariable UUID id,
            @PathVariable UUID at,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var held = open(id, at, actor, Code.WRITE_OFF);
        var form = writeOffForm(held, typed);
        var kind = java.util.Arrays.stream(WritingOff.Kind.values())
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
                        WEIGHT,
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
                .orElseGet(() -> page(held, form));
    }

    private ActForm writeOffForm(Held held, Map<String, String> typed) {
        return ActForm.of("materials.write-off.new", held.act("write-off"), held.back(), typed)
                .ask(Part.cards(
                                "kind",
                                List.of(
                                        Choice.pictured(
                                                "theft", say("materials.movement.kind.theft"), "alert-triangle", null),
                                        Choice.pictured(
                                                "loss", say("materials.movement.kind.loss"), "circle-minus", null),
                                        Choice.pictured("error", say("materials.movement.kind.error"), "pencil", null)))
                        .must())
                .ask(weight("weight", held).must())
                .ask(Part.typed("day", "date").must())
                .ask(Part.typed("reason", "text").must())
                .ask(Part.typed("report", "text"))
                .ask(Part.file("document", papers));
    }

    private static Part weight(String name, Held held) {
        return Part.typed(name, "decimal").in(held.material().unit().in(FormPages.language()));
    }

    private ModelAndView page(Held held, ActForm form) {
        return pages.page(
                form,
                held.lot().lot().demonstration(),
                new Crumb(say("materials.lots.title"), "/app/materials/lots"),
                new Crumb(held.lot().lot().number(), held.back()));
    }

    private Held open(UUID lot, UUID at, Actor actor, String permission) {
        var point = points.find(new SalePointId(at), actor, permission).orElseThrow(LotController::notFound);
        var held = lots.at(point.id(), new LotId(lot)).orElseThrow(LotController::notFound);
        return new Held(held, point, materials.find(held.lot().material()).orElseThrow());
    }

    private Material materialOf(LotId lot) {
        return materials.find(lots.find(lot).orElseThrow().material()).orElseThrow();
    }

    private String say(String key, Object... arguments) {
        return texts.say(FormPages.language(), key, arguments);
    }

    private static Kind kind(String act) {
        return Kind.valueOf(act.toUpperCase(java.util.Locale.ROOT));
    }
}
