package ma.qutb.market.order;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What comes back to the hall, and the money that goes back to the buyer. */
@Controller
@RequestMapping("/app/orders")
@PreAuthorize("hasAuthority('" + Code.KEEP_ORDERS + "')")
class OrderReturnsController {

    private final OrderPages pages;
    private final TakingBack taking;

    OrderReturnsController(OrderPages pages, TakingBack taking) {
        this.pages = pages;
        this.taking = taking;
    }

    @PostMapping("/{id}/returns")
    ModelAndView askReturn(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID key,
            @RequestParam(defaultValue = "") List<UUID> line,
            @RequestParam(defaultValue = "withdrawal") String kind,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(
                id,
                actor,
                redirect,
                () -> taking.ask(
                        key == null ? Ids.next() : key,
                        id,
                        Set.copyOf(line),
                        kind.equals("faulty"),
                        OrderPages.line(reason),
                        Poster.of(actor)));
    }

    @PostMapping("/{id}/returns/{back}/receipt")
    ModelAndView receive(
            @PathVariable UUID id,
            @PathVariable UUID back,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(id, actor, redirect, () -> taking.receive(id, back, Poster.of(actor)));
    }

    @PostMapping("/{id}/returns/{back}/refusal")
    ModelAndView decline(
            @PathVariable UUID id,
            @PathVariable UUID back,
            @RequestParam(defaultValue = "") String answer,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(
                id, actor, redirect, () -> taking.decline(id, back, OrderPages.line(answer), Poster.of(actor)));
    }

    @PostMapping("/{id}/returns/{back}/refund")
    ModelAndView refundReturn(
            @PathVariable UUID id,
            @PathVariable UUID back,
            @RequestParam(defaultValue = "BANK") TakingBack.GivenBack how,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(id, actor, redirect, () -> taking.refund(id, back, how, Poster.of(actor)));
    }

    @PostMapping("/{id}/refund")
    ModelAndView refund(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "BANK") TakingBack.GivenBack how,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(id, actor, redirect, () -> taking.refund(id, how, Poster.of(actor)));
    }
}
