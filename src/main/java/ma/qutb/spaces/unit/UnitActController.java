package ma.qutb.spaces.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.Units;
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

/** What can be done with a unit: it is closed and opened, split in several and merged with its neighbours. */
@Controller
@RequestMapping(UnitForms.LIST + "/{id}")
@PreAuthorize("hasAuthority('" + Code.MANAGE_UNITS + "')")
class UnitActController {

    private static final List<String> STATES = List.of("ready", "closed", "under_construction");
    private static final int MOST_PIECES = 4;

    private final KeepingUnits keeping;
    private final ReshapingUnits reshaping;
    private final Units units;
    private final UnitForms forms;
    private final FormPages pages;

    UnitActController(KeepingUnits keeping, ReshapingUnits reshaping, Units units, UnitForms forms, FormPages pages) {
        this.keeping = keeping;
        this.reshaping = reshaping;
        this.units = units;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/state")
    ModelAndView state(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var unit = forms.open(id, actor);
        return forms.page(unit, stateForm(unit, Map.of("day", pages.today())));
    }

    @PostMapping("/state")
    ModelAndView change(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var unit = forms.open(id, actor);
        var form = stateForm(unit, typed);
        var day = form.neededDay("day");
        var reason = form.line("reason");
        if (!STATES.contains(form.value("state"))) {
            form.need("state");
        }
        return form.does(
                        Map.of("spaces.unit.refusal.not-there", "day", "spaces.unit.refusal.later-known", "day"),
                        () -> keeping.change(unit.id(), form.value("state"), day, reason))
                ? FormPages.done(UnitForms.path(unit), redirect)
                : forms.page(unit, form);
    }

    @GetMapping("/split")
    ModelAndView splitting(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var unit = forms.open(id, actor);
        return forms.page(unit, splitForm(unit, Map.of("day", pages.today())));
    }

    @PostMapping("/split")
    ModelAndView split(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var unit = forms.open(id, actor);
        var form = splitForm(unit, typed);
        var day = form.neededDay("day");
        var reason = form.needed("reason");
        var pieces = new ArrayList<ReshapingUnits.Piece>();
        for (int i = 1; i <= MOST_PIECES; i++) {
            var number = form.line("number" + i).toUpperCase(Locale.ROOT);
            var area = form.quantity("area" + i, 2).map(Math::toIntExact);
            if (!number.isEmpty()) {
                pieces.add(new ReshapingUnits.Piece(number, area));
            }
        }
        return form.does(
                        Map.of("spaces.unit.refusal.not-there", "day", "spaces.unit.refusal.too-much-area", "area1"),
                        () -> reshaping.split(unit.id(), day, pieces, reason))
                ? FormPages.done(UnitForms.path(unit), redirect)
                : forms.page(unit, form);
    }

    @GetMapping("/merge")
    ModelAndView merging(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var unit = forms.open(id, actor);
        return forms.page(unit, mergeForm(unit, Map.of("day", pages.today(), "number", unit.number())));
    }

    @PostMapping("/merge")
    ModelAndView merge(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var unit = forms.open(id, actor);
        var form = mergeForm(unit, typed);
        var day = form.neededDay("day");
        var reason = form.needed("reason");
        var number = form.needed("number").toUpperCase(Locale.ROOT);
        var others =
                beside(unit).stream().filter(it -> form.value("with-" + it.id()).equals("true"));
        var all = Stream.concat(Stream.of(unit), others).map(Unit::id).toList();
        return form.attempt(
                        Map.of(
                                "spaces.unit.refusal.not-there", "day",
                                "spaces.unit.refusal.number-taken", "number",
                                "spaces.unit.refusal.number-form", "number"),
                        () -> reshaping.merge(all, day, number, reason))
                .map(it -> FormPages.done(UnitForms.LIST + "/" + it, redirect))
                .orElseGet(() -> forms.page(unit, form));
    }

    private ActForm stateForm(Unit unit, Map<String, String> typed) {
        return UnitForms.form("spaces.unit.change", unit, "state", typed)
                .ask(Part.cards(
                        "state",
                        STATES.stream()
                                .map(it -> new Choice(it, pages.say("spaces.unit.stage." + it)))
                                .toList()))
                .ask(Part.typed("day", "date").must())
                .ask(Part.typed("reason", "text"));
    }

    private ActForm splitForm(Unit unit, Map<String, String> typed) {
        var form = UnitForms.form("spaces.unit.split", unit, "split", typed)
                .ask(Part.typed("day", "date").must())
                .ask(Part.typed("reason", "text").must());
        for (int i = 1; i <= MOST_PIECES; i++) {
            form.ask(Part.typed("number" + i, "code").called(pages.say("spaces.unit.split.number", i)))
                    .ask(Part.typed("area" + i, "decimal")
                            .called(pages.say("spaces.unit.split.area", i))
                            .in(pages.say("spaces.unit.square-metre")));
        }
        return form;
    }

    private ActForm mergeForm(Unit unit, Map<String, String> typed) {
        var form = UnitForms.form("spaces.unit.merge", unit, "merge", typed)
                .ask(Part.typed("day", "date").must())
                .ask(Part.typed("number", "code").must())
                .ask(Part.typed("reason", "text").must());
        beside(unit)
                .forEach(it -> form.ask(
                        Part.check("with-" + it.id()).called(pages.say("spaces.unit.merge.with", it.number()))));
        return form;
    }

    /** The units wall to wall with it and with those. */
    private List<Unit> beside(Unit unit) {
        var all = units.of(unit.site(), java.time.LocalDate.parse(pages.today())).stream()
                .filter(it -> it.level().equals(unit.level()) && it.until().isEmpty())
                .toList();
        var beside = units.neighbours(all);
        var near = new java.util.HashSet<UnitId>(beside.getOrDefault(unit.id(), java.util.Set.of()));
        List.copyOf(near).forEach(it -> near.addAll(beside.getOrDefault(it, java.util.Set.of())));
        return all.stream()
                .filter(it -> near.contains(it.id()) && !it.id().equals(unit.id()))
                .toList();
    }
}
