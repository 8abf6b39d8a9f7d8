package ma.qutb.materials.counter;

import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Conflict;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.point.PointDoor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The counter's screen. */
@Controller
@RequestMapping("/app/counter")
@PreAuthorize("hasAuthority('" + Code.SELL + "')")
class CounterController {

    private final PointDoor door;
    private final CounterPages pages;
    private final SellingAtTheCounter selling;

    CounterController(PointDoor door, CounterPages pages, SellingAtTheCounter selling) {
        this.door = door;
        this.pages = pages;
        this.selling = selling;
    }

    /** The only point there is, or a choice. */
    @GetMapping
    ModelAndView choose(@AuthenticationPrincipal Actor actor) {
        return door.choose(actor, Code.SELL, "/app/counter", "materials.counter.title", "building-store");
    }

    @GetMapping("/{point:[0-9a-f-]{36}}")
    ModelAndView counter(
            @PathVariable UUID point, @ModelAttribute CounterForm form, @AuthenticationPrincipal Actor actor) {
        return new ModelAndView("materials/counter/counter")
                .addObject("it", pages.draw(door.open(point, actor, Code.SELL), form, actor, null));
    }

    /** What the weight costs, while it is typed. */
    @GetMapping("/{point:[0-9a-f-]{36}}/price")
    ModelAndView price(
            @PathVariable UUID point, @ModelAttribute CounterForm form, @AuthenticationPrincipal Actor actor) {
        return new ModelAndView("materials/counter/_price")
                .addObject("it", pages.draw(door.open(point, actor, Code.SELL), form, actor, null));
    }

    @PostMapping("/{point:[0-9a-f-]{36}}/sales")
    ModelAndView sell(
            @PathVariable UUID point, @ModelAttribute CounterForm form, @AuthenticationPrincipal Actor actor) {
        var at = door.open(point, actor, Code.SELL);
        var material = pages.material(form);
        try {
            if (form.parts(material) <= 0) {
                throw new Refusal("materials.counter.refusal.weight");
            }
            var sale = selling.sell(form.request(at.id(), material), Poster.of(actor));
            return new ModelAndView("redirect:/app/counter/" + point + "?sold=" + sale);
        } catch (Refusal refusal) {
            return again(at, form, actor, refusal);
        } catch (Conflict conflict) {
            return again(at, form, actor, new Refusal("materials.counter.refusal.other-sale"));
        }
    }

    private ModelAndView again(SalePoint point, CounterForm form, Actor actor, Refusal refusal) {
        return new ModelAndView("materials/counter/counter", HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("it", pages.draw(point, form, actor, refusal));
    }
}
