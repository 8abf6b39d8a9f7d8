package ma.qutb.materials.stocktake;

import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.NumberReading;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Material;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
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

/** Counting what lies at a point, lot after lot. */
@Controller
@RequestMapping("/app/stocktakes")
@PreAuthorize("hasAuthority('" + Code.COUNT + "')")
class StocktakeController {

    private static final int LATEST = 50;

    private final StocktakeTable stocktakes;
    private final CountingStock counting;
    private final ApprovingCounts approving;
    private final SalePoints points;
    private final Materials materials;

    StocktakeController(
            StocktakeTable stocktakes,
            CountingStock counting,
            ApprovingCounts approving,
            SalePoints points,
            Materials materials) {
        this.stocktakes = stocktakes;
        this.counting = counting;
        this.approving = approving;
        this.points = points;
        this.materials = materials;
    }

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal Actor actor) {
        return all(actor, null);
    }

    /** @param scale the point and its scale, as the form offers them together */
    @PostMapping
    ModelAndView begin(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String scale,
            @AuthenticationPrincipal Actor actor) {
        try {
            var ids = scale.split("/");
            var point = uuid(ids[0])
                    .flatMap(it -> points.find(new SalePointId(it), actor, Code.COUNT))
                    .orElseThrow(() -> new Refusal("materials.stocktake.refusal.scale"));
            var id = counting.begin(
                    uuid(key).orElseGet(Ids::next),
                    point,
                    uuid(ids[ids.length - 1]).orElseGet(Ids::next),
                    Poster.of(actor));
            return new ModelAndView("redirect:/app/stocktakes/" + id);
        } catch (Refusal refusal) {
            return all(actor, refusal);
        }
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return show(open(id, actor), null);
    }

    /** A lot is put on the scale. */
    @PostMapping("/{id}/lots/{lot}/weighing")
    ModelAndView weigh(@PathVariable UUID id, @PathVariable UUID lot, @AuthenticationPrincipal Actor actor) {
        var stocktake = open(id, actor);
        try {
            counting.weigh(id, new LotId(lot));
        } catch (Refusal refusal) {
            return show(stocktake, refusal);
        }
        return new ModelAndView("redirect:" + stocktake.path() + "/lots/" + lot);
    }

    @GetMapping("/{id}/lots/{lot}")
    ModelAndView lot(@PathVariable UUID id, @PathVariable UUID lot, @AuthenticationPrincipal Actor actor) {
        return lot(open(id, actor), lot, "", null);
    }

    @PostMapping("/{id}/lots/{lot}/count")
    ModelAndView count(
            @PathVariable UUID id,
            @PathVariable UUID lot,
            @RequestParam(defaultValue = "") String weight,
            @AuthenticationPrincipal Actor actor) {
        var stocktake = open(id, actor);
        try {
            counting.count(id, new LotId(lot), parts(weight, materialOf(stocktake, lot)), Poster.of(actor));
        } catch (Refusal refusal) {
            return lot(stocktake, lot, weight, refusal);
        }
        return new ModelAndView("redirect:" + stocktake.path());
    }

    @PostMapping("/{id}/lots/{lot}/reason")
    ModelAndView explain(
            @PathVariable UUID id,
            @PathVariable UUID lot,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor) {
        var stocktake = open(id, actor);
        try {
            counting.explain(
                    id,
                    new LotId(lot),
                    Cause.of(cause).orElseThrow(() -> new Refusal("materials.stocktake.refusal.cause")),
                    reason);
        } catch (Refusal refusal) {
            return show(stocktake, refusal);
        }
        return new ModelAndView("redirect:" + stocktake.path());
    }

    @PostMapping("/{id}/end")
    ModelAndView finish(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        return act(id, actor, redirect, () -> counting.finish(id, Poster.of(actor)));
    }

    @PostMapping("/{id}/approval")
    @PreAuthorize("hasAuthority('" + Code.APPROVE_COUNT + "')")
    ModelAndView approve(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        return act(id, actor, redirect, () -> approving.approve(id, Poster.of(actor)));
    }

    @PostMapping("/{id}/rejection")
    @PreAuthorize("hasAuthority('" + Code.APPROVE_COUNT + "')")
    ModelAndView reject(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        return act(id, actor, redirect, () -> approving.reject(id, Poster.of(actor)));
    }

    private ModelAndView act(UUID id, Actor actor, RedirectAttributes redirect, Runnable act) {
        var stocktake = open(id, actor);
        try {
            act.run();
        } catch (Refusal refusal) {
            return show(stocktake, refusal);
        }
        Toast.ok(redirect, "shell.toast.saved");
        return new ModelAndView("redirect:" + stocktake.path());
    }

    private ModelAndView all(Actor actor, @Nullable Refusal refusal) {
        var seen = points.all(actor, Code.COUNT).stream()
                .map(it -> new PointScales(it, stocktakes.scales(it.id())))
                .toList();
        return new ModelAndView("materials/stocktake/list", status(refusal))
                .addObject("key", Ids.next().toString())
                .addObject("points", seen)
                .addObject("stocktakes", stocktakes.latest(actor, LATEST))
                .addObject("refusal", refusal);
    }

    private ModelAndView show(Stocktake stocktake, @Nullable Refusal refusal) {
        return new ModelAndView("materials/stocktake/show", status(refusal))
                .addObject("stocktake", stocktake)
                .addObject("lots", counting.toCount(stocktake))
                .addObject("materials", materials)
                .addObject("refusal", refusal);
    }

    private ModelAndView lot(Stocktake stocktake, UUID lot, String typed, @Nullable Refusal refusal) {
        var line = stocktake.line(new LotId(lot)).orElseThrow(StocktakeController::notFound);
        return new ModelAndView("materials/stocktake/lot", status(refusal))
                .addObject("stocktake", stocktake)
                .addObject("lot", line.lot())
                .addObject("material", materialOf(stocktake, lot))
                .addObject("typed", typed)
                .addObject("refusal", refusal);
    }

    private Material materialOf(Stocktake stocktake, UUID lot) {
        return stocktake
                .line(new LotId(lot))
                .flatMap(it -> materials.find(it.lot().material()))
                .orElseThrow(StocktakeController::notFound);
    }

    private static long parts(String typed, Material material) {
        try {
            return NumberReading.parse(typed)
                    .movePointRight(material.decimals())
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new Refusal("materials.stocktake.refusal.weight");
        }
    }

    private Stocktake open(UUID id, Actor actor) {
        return stocktakes
                .find(id)
                .filter(it -> points.find(it.point().id(), actor, Code.COUNT).isPresent())
                .orElseThrow(StocktakeController::notFound);
    }

    private static Optional<UUID> uuid(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static HttpStatus status(@Nullable Refusal refusal) {
        return refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
