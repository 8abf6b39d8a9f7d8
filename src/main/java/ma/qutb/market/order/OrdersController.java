package ma.qutb.market.order;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.delivery.Deliveries;
import ma.qutb.market.payment.Payments;
import ma.qutb.shell.Toast;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
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

/** Orders as the hall works on them: the list, the record, its next step. */
@Controller
@RequestMapping("/app/orders")
class OrdersController {

    private static final String KEEP = "hasAuthority('" + Code.KEEP_ORDERS + "')";
    private static final String SEE = "hasAuthority('" + Code.SEE_ORDERS + "')";

    private final OrderTable orders;
    private final KeepingOrders keeping;
    private final SendingOrders sending;
    private final TakingBack taking;
    private final CarriersCash cash;
    private final Deliveries deliveries;
    private final Payments payments;
    private final Lists lists;
    private final RecordList list;
    private final Clock clock;

    OrdersController(
            OrderTable orders,
            KeepingOrders keeping,
            SendingOrders sending,
            TakingBack taking,
            CarriersCash cash,
            Deliveries deliveries,
            Payments payments,
            Lists lists,
            @Qualifier("orderRecordList") RecordList list,
            Clock clock) {
        this.orders = orders;
        this.keeping = keeping;
        this.sending = sending;
        this.taking = taking;
        this.cash = cash;
        this.deliveries = deliveries;
        this.payments = payments;
        this.lists = lists;
        this.list = list;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(SEE)
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("shell/list/page").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/{id}")
    @PreAuthorize(SEE)
    ModelAndView show(@PathVariable UUID id) {
        return record(id, null);
    }

    @PostMapping("/{id}/confirmation")
    @PreAuthorize(KEEP)
    ModelAndView confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return does(id, redirect, () -> keeping.confirm(id, line(note), Poster.of(actor)));
    }

    @PostMapping("/{id}/lines/{line}/piece")
    @PreAuthorize(KEEP)
    ModelAndView assign(
            @PathVariable UUID id,
            @PathVariable UUID line,
            @RequestParam(defaultValue = "") String serial,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return does(id, redirect, () -> keeping.assign(id, line, serial, Poster.of(actor)));
    }

    @PostMapping("/{id}/readiness")
    @PreAuthorize(KEEP)
    ModelAndView ready(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        return does(id, redirect, () -> keeping.ready(id, Poster.of(actor)));
    }

    @PostMapping("/{id}/cancellation")
    @PreAuthorize(KEEP)
    ModelAndView cancel(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return does(id, redirect, () -> keeping.cancel(id, line(reason), Poster.of(actor)));
    }

    @PostMapping("/{id}/sending")
    @PreAuthorize(KEEP)
    ModelAndView send(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String tracking,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return does(id, redirect, () -> sending.send(id, line(tracking), Poster.of(actor)));
    }

    @PostMapping("/{id}/delivery")
    @PreAuthorize(KEEP)
    ModelAndView deliver(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        return does(id, redirect, () -> sending.deliver(id, Poster.of(actor)));
    }

    @PostMapping("/{id}/handing-over")
    @PreAuthorize(KEEP)
    ModelAndView handOver(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "CASH") SendingOrders.PaidAtThePole how,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return does(id, redirect, () -> sending.handOver(id, how, Poster.of(actor)));
    }

    @PostMapping("/{id}/refusal")
    @PreAuthorize(KEEP)
    ModelAndView refused(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return does(id, redirect, () -> sending.refused(id, line(reason), Poster.of(actor)));
    }

    @PostMapping("/{id}/loss")
    @PreAuthorize(KEEP)
    ModelAndView lost(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return does(id, redirect, () -> sending.lost(id, line(reason), Poster.of(actor)));
    }

    @PostMapping("/{id}/giving-up")
    @PreAuthorize(KEEP)
    ModelAndView giveUp(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return does(id, redirect, () -> cash.giveUp(id, line(reason), Poster.of(actor)));
    }

    @PostMapping("/{id}/returns")
    @PreAuthorize(KEEP)
    ModelAndView askReturn(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID key,
            @RequestParam(defaultValue = "") List<UUID> line,
            @RequestParam(defaultValue = "withdrawal") String kind,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return does(
                id,
                redirect,
                () -> taking.ask(
                        key == null ? Ids.next() : key,
                        id,
                        Set.copyOf(line),
                        kind.equals("faulty"),
                        line(reason),
                        Poster.of(actor)));
    }

    @PostMapping("/{id}/returns/{back}/receipt")
    @PreAuthorize(KEEP)
    ModelAndView receive(
            @PathVariable UUID id,
            @PathVariable UUID back,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return does(id, redirect, () -> taking.receive(id, back, Poster.of(actor)));
    }

    @PostMapping("/{id}/returns/{back}/refusal")
    @PreAuthorize(KEEP)
    ModelAndView decline(
            @PathVariable UUID id,
            @PathVariable UUID back,
            @RequestParam(defaultValue = "") String answer,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return does(id, redirect, () -> taking.decline(id, back, line(answer), Poster.of(actor)));
    }

    @PostMapping("/{id}/returns/{back}/refund")
    @PreAuthorize(KEEP)
    ModelAndView refundReturn(
            @PathVariable UUID id,
            @PathVariable UUID back,
            @RequestParam(defaultValue = "BANK") TakingBack.GivenBack how,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return does(id, redirect, () -> taking.refund(id, back, how, Poster.of(actor)));
    }

    @PostMapping("/{id}/refund")
    @PreAuthorize(KEEP)
    ModelAndView refund(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "BANK") TakingBack.GivenBack how,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return does(id, redirect, () -> taking.refund(id, how, Poster.of(actor)));
    }

    private static String line(String typed) {
        return ma.qutb.registry.writing.Writing.line(typed, 300);
    }

    private ModelAndView does(UUID id, RedirectAttributes redirect, Runnable act) {
        try {
            act.run();
            Toast.ok(redirect, "shell.toast.saved");
            return new ModelAndView("redirect:/app/orders/" + id);
        } catch (Refusal refusal) {
            return record(id, refusal);
        }
    }

    private ModelAndView record(UUID id, @Nullable Refusal refusal) {
        var order = orders.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView(
                        "market/orders/record", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("order", order)
                .addObject("lines", orders.lines(id))
                .addObject("steps", orders.steps(id))
                .addObject("returns", taking.of(id))
                .addObject("payments", payments.of(id))
                .addObject(
                        "carrier",
                        order.carrier() == null
                                ? null
                                : deliveries.carrier(order.carrier()).orElse(null))
                .addObject("now", clock.instant())
                .addObject("refusal", refusal);
    }
}
