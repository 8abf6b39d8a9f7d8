package ma.qutb.market.order;

import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.commission.MakingToOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is made to order, at the hall: money brought for it, and what is noted for makers who have no telephone with us. */
@Controller
@RequestMapping("/app/orders/{id}")
@PreAuthorize("hasAuthority('" + Code.KEEP_ORDERS + "')")
class OrderMakingController {

    private final OrderPages pages;
    private final TakingDeposits deposits;
    private final KeepingOrders keeping;
    private final MakingToOrder making;

    OrderMakingController(OrderPages pages, TakingDeposits deposits, KeepingOrders keeping, MakingToOrder making) {
        this.pages = pages;
        this.deposits = deposits;
        this.keeping = keeping;
        this.making = making;
    }

    @PostMapping("/money")
    ModelAndView take(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "CASH") SendingOrders.PaidAtThePole how,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(id, actor, redirect, () -> deposits.take(id, how, Poster.of(actor)));
    }

    /** The buyer said on the telephone that they do not want it any more. */
    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(
                id,
                actor,
                redirect,
                () -> keeping.withdrawBeforeSending(id, OrderPages.line(reason), Poster.of(actor)));
    }

    @PostMapping("/lines/{line}/making/acceptance")
    ModelAndView accept(
            @PathVariable UUID id,
            @PathVariable UUID line,
            @RequestParam(required = false) @Nullable LocalDate day,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(id, actor, redirect, () -> {
            if (day == null) {
                throw new Refusal("market.commission.refusal.day");
            }
            making.accept(of(id, line), day, Poster.of(actor));
        });
    }

    @PostMapping("/lines/{line}/making/beginning")
    ModelAndView begin(
            @PathVariable UUID id,
            @PathVariable UUID line,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(id, actor, redirect, () -> making.begin(of(id, line), Poster.of(actor)));
    }

    @PostMapping("/lines/{line}/making/readiness")
    ModelAndView ready(
            @PathVariable UUID id,
            @PathVariable UUID line,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(id, actor, redirect, () -> making.ready(of(id, line), Poster.of(actor)));
    }

    /** Only a line of this very order: whoever may keep one order does not reach another's by its line. */
    private UUID of(UUID order, UUID line) {
        return making.of(order).stream()
                .filter(it -> it.line().equals(line))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .line();
    }
}
