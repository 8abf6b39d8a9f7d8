package ma.qutb.materials.supply;

import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.Part;
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

/** Ending an order of which no more is expected. */
@Controller
@RequestMapping("/app/materials/orders/{id}")
@PreAuthorize("hasAuthority('" + Code.RECEIVE + "')")
class OrderEndingController {

    private final OrderingMaterial ordering;
    private final OrderForms forms;

    OrderEndingController(OrderingMaterial ordering, OrderForms forms) {
        this.ordering = ordering;
        this.forms = forms;
    }

    @GetMapping("/ending")
    ModelAndView ending(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var order = forms.open(id, actor, Code.RECEIVE);
        return forms.page(order, endingForm(order, Map.of()));
    }

    @PostMapping("/ending")
    ModelAndView end(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var order = forms.open(id, actor, Code.RECEIVE);
        var form = endingForm(order, typed);
        var reason = form.needed("reason");
        if (form.does(Map.of("materials.order.refusal.no-reason", "reason"), () -> ordering.close(id, reason))) {
            return OrderForms.done(order, redirect);
        }
        return forms.page(order, form);
    }

    private static ActForm endingForm(Order order, Map<String, String> typed) {
        return OrderForms.form("materials.order.ending", order, "ending", typed)
                .ask(Part.typed("reason", "text").must());
    }
}
