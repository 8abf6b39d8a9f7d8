package ma.qutb.materials.counter;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Material;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.Typed;
import ma.qutb.materials.UnitPrice;
import ma.qutb.materials.point.PointDoor;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.pick.PickField;
import ma.qutb.registry.pick.Picking;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for a sale under the floor, and deciding on it. */
@Controller
@RequestMapping("/app/counter/{point:[0-9a-f-]{36}}/exceptions")
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class ExceptionController {

    private static final int PRICE_DECIMALS = 5;

    private final PointDoor door;
    private final Materials materials;
    private final ExceptionTable exceptions;
    private final AskingForLess asking;
    private final Picking picking;
    private final People people;

    ExceptionController(
            PointDoor door,
            Materials materials,
            ExceptionTable exceptions,
            AskingForLess asking,
            Picking picking,
            People people) {
        this.door = door;
        this.materials = materials;
        this.exceptions = exceptions;
        this.asking = asking;
        this.picking = picking;
        this.people = people;
    }

    @GetMapping
    ModelAndView open(@PathVariable UUID point, @AuthenticationPrincipal Actor actor) {
        return draw(door.open(point, actor, Code.SEE), Map.of(), actor, null);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('" + Code.SELL + "')")
    ModelAndView ask(
            @PathVariable UUID point,
            @RequestParam UUID key,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var at = door.open(point, actor, Code.SELL);
        try {
            var buyer = Picking.chosen(field(form, actor));
            if (buyer == null) {
                throw new Refusal("materials.counter.refusal.buyer");
            }
            var silver = materials.find(MaterialCode.SILVER).orElseThrow();
            var price = Typed.parts(form.getOrDefault("price", ""), PRICE_DECIMALS)
                    .orElseThrow(() -> new Refusal("materials.price.refusal.number"));
            var line = form.getOrDefault("line", "");
            asking.ask(
                    key,
                    at,
                    new PersonId(buyer.id()),
                    silver.code(),
                    Typed.parts(form.getOrDefault("weight", ""), silver.decimals())
                            .orElseThrow(() -> new Refusal("materials.counter.refusal.weight")),
                    UnitPrice.perUnit(java.math.BigDecimal.valueOf(price, PRICE_DECIMALS), silver.decimals()),
                    line.matches("[0-9a-f-]{36}") ? UUID.fromString(line) : new UUID(0, 0),
                    form.getOrDefault("reason", ""),
                    Poster.of(actor));
        } catch (Refusal refusal) {
            return draw(at, form, actor, refusal);
        }
        Toast.ok(redirect, "materials.exception.sent");
        return new ModelAndView("redirect:" + path(at));
    }

    @PostMapping("/{id:[0-9a-f-]{36}}")
    @PreAuthorize("hasAuthority('" + Code.APPROVE + "')")
    ModelAndView decide(
            @PathVariable UUID point,
            @PathVariable UUID id,
            @RequestParam boolean allow,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var at = door.open(point, actor, Code.APPROVE);
        try {
            if (exceptions.find(id).filter(it -> it.point().equals(at.id())).isEmpty()) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            asking.decide(id, allow, Poster.of(actor));
        } catch (Refusal refusal) {
            return draw(at, Map.of(), actor, refusal);
        }
        Toast.ok(redirect, "materials.exception.decided");
        return new ModelAndView("redirect:" + path(at));
    }

    @PostMapping("/lines")
    @PreAuthorize("hasAuthority('" + Code.APPROVE + "')")
    ModelAndView openLine(
            @PathVariable UUID point,
            @RequestParam(defaultValue = "") String arabic,
            @RequestParam(defaultValue = "") String french,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var at = door.open(point, actor, Code.APPROVE);
        try {
            asking.openLine(at.fund().id(), new LocalName(arabic.strip(), french.strip(), french.strip()));
        } catch (Refusal refusal) {
            return draw(at, Map.of(), actor, refusal);
        }
        Toast.ok(redirect, "shell.toast.saved");
        return new ModelAndView("redirect:" + path(at));
    }

    private ModelAndView draw(SalePoint at, Map<String, String> form, Actor actor, @Nullable Refusal refusal) {
        var asked = exceptions.open(at.id());
        var buyers = people.find(
                asked.stream().map(ExceptionTable.Asked::buyer).distinct().toList());
        var all = materials.all().stream().collect(Collectors.toMap(Material::code, it -> it));
        var open = asked.stream()
                .map(it -> new AskedView(
                        it,
                        Objects.requireNonNull(buyers.get(it.buyer())).name(),
                        Objects.requireNonNull(all.get(it.material()))))
                .toList();
        return new ModelAndView(
                        "materials/counter/exceptions",
                        refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("point", at)
                .addObject("open", open)
                .addObject("lines", exceptions.lines(at.fund().id()))
                .addObject("material", materials.find(MaterialCode.SILVER).orElseThrow())
                .addObject("buyer", field(form, actor))
                .addObject("typed", form)
                .addObject("key", Ids.next())
                .addObject("refusal", refusal);
    }

    private PickField field(Map<String, String> form, Actor actor) {
        return picking.read(
                PickField.person("buyer"), form.getOrDefault("buyer", ""), form.getOrDefault("buyerTyped", ""), actor);
    }

    private static String path(SalePoint at) {
        return "/app/counter/" + at.id() + "/exceptions";
    }
}
