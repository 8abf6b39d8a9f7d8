package ma.qutb.materials.till;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.TillId;
import ma.qutb.materials.Typed;
import ma.qutb.materials.point.PointDoor;
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

/** The tills of a point: opening, counting, money to and from the bank. */
@Controller
@RequestMapping("/app/tills")
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class TillController {

    private static final int LATEST = 12;

    private final PointDoor door;
    private final SalePoints points;
    private final TillTable tills;
    private final KeepingTheTill keeping;

    TillController(PointDoor door, SalePoints points, TillTable tills, KeepingTheTill keeping) {
        this.door = door;
        this.points = points;
        this.tills = tills;
        this.keeping = keeping;
    }

    @GetMapping
    ModelAndView choose(@AuthenticationPrincipal Actor actor) {
        return door.choose(actor, Code.SEE, "/app/tills", "materials.till.title", "cash-register");
    }

    @GetMapping("/{point:[0-9a-f-]{36}}")
    ModelAndView show(@PathVariable UUID point, @AuthenticationPrincipal Actor actor) {
        return show(door.open(point, actor, Code.SEE), Map.of(), null);
    }

    @PostMapping("/{point:[0-9a-f-]{36}}/{till:[0-9a-f-]{36}}/opening")
    @PreAuthorize("hasAuthority('" + Code.KEEP_TILL + "')")
    ModelAndView open(
            @PathVariable UUID point,
            @PathVariable UUID till,
            @RequestParam UUID key,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var at = door.open(point, actor, Code.KEEP_TILL);
        return act(at, form, redirect, "materials.till.opened", it -> {
            long counted = Notes.sum(Notes.read(form));
            keeping.open(key, at, till(at, till), counted, form.getOrDefault("reason", ""), Poster.of(actor));
        });
    }

    @PostMapping("/{point:[0-9a-f-]{36}}/{till:[0-9a-f-]{36}}/count")
    @PreAuthorize("hasAuthority('" + Code.KEEP_TILL + "')")
    ModelAndView count(
            @PathVariable UUID point,
            @PathVariable UUID till,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal Actor actor) {
        var at = door.open(point, actor, Code.KEEP_TILL);
        try {
            var counted = keeping.count(at, till(at, till), Notes.read(form), Poster.of(actor));
            return new ModelAndView("redirect:/app/tills/sessions/" + counted.id());
        } catch (Refusal refusal) {
            return show(at, form, refusal);
        }
    }

    @PostMapping("/{point:[0-9a-f-]{36}}/{till:[0-9a-f-]{36}}/{kind:deposits|floats}")
    @PreAuthorize("hasAuthority('" + Code.KEEP_TILL + "')")
    ModelAndView move(
            @PathVariable UUID point,
            @PathVariable UUID till,
            @PathVariable String kind,
            @RequestParam UUID key,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var at = door.open(point, actor, Code.KEEP_TILL);
        return act(at, form, redirect, "materials.till.moved", it -> {
            long amount = Typed.centimes(form.getOrDefault("amount", "")).orElse(0);
            var reference = form.getOrDefault("reference", "");
            if (kind.equals("deposits")) {
                keeping.deposit(key, at, till(at, till), amount, reference, Poster.of(actor));
            } else {
                keeping.fetch(key, at, till(at, till), amount, reference, Poster.of(actor));
            }
        });
    }

    private ModelAndView act(
            SalePoint at, Map<String, String> form, RedirectAttributes redirect, String done, Consumer<SalePoint> act) {
        try {
            act.accept(at);
        } catch (Refusal refusal) {
            return show(at, form, refusal);
        }
        Toast.ok(redirect, done);
        return new ModelAndView("redirect:/app/tills/" + at.id());
    }

    private ModelAndView show(SalePoint at, Map<String, String> form, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "materials/till/tills", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("point", at)
                .addObject(
                        "tills",
                        points.tills(at.id()).stream()
                                .map(it -> new TillView(
                                        it,
                                        tills.current(it.id()).orElse(null),
                                        tills.latest(it.id(), LATEST),
                                        tills.movements(it.id(), LATEST)))
                                .toList())
                .addObject("waiting", tills.waiting(at.id()))
                .addObject("typed", form)
                .addObject("key", Ids.next())
                .addObject("refusal", refusal);
    }

    private SalePoints.Till till(SalePoint at, UUID till) {
        return points.tills(at.id()).stream()
                .filter(it -> it.id().equals(new TillId(till)))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
