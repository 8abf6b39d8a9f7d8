package ma.qutb.market.order;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.springframework.beans.factory.annotation.Qualifier;
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

/** Orders as the hall works on them: the list, the record, its next step. */
@Controller
@RequestMapping("/app/orders")
class OrdersController {

    private static final String KEEP = "hasAuthority('" + Code.KEEP_ORDERS + "')";
    private static final String SEE = "hasAuthority('" + Code.SEE_ORDERS + "')";

    private final OrderPages pages;
    private final KeepingOrders keeping;
    private final SendingOrders sending;
    private final CarriersCash cash;
    private final Lists lists;
    private final RecordList list;

    OrdersController(
            OrderPages pages,
            KeepingOrders keeping,
            SendingOrders sending,
            CarriersCash cash,
            Lists lists,
            @Qualifier("orderRecordList") RecordList list) {
        this.pages = pages;
        this.keeping = keeping;
        this.sending = sending;
        this.cash = cash;
        this.lists = lists;
        this.list = list;
    }

    @GetMapping
    @PreAuthorize(SEE)
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("shell/list/page").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/{id}")
    @PreAuthorize(SEE)
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return pages.record(id, actor);
    }

    @PostMapping("/{id}/confirmation")
    @PreAuthorize(KEEP)
    ModelAndView confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(id, actor, redirect, () -> keeping.confirm(id, OrderPages.line(note), Poster.of(actor)));
    }

    @PostMapping("/{id}/lines/{line}/piece")
    @PreAuthorize(KEEP)
    ModelAndView assign(
            @PathVariable UUID id,
            @PathVariable UUID line,
            @RequestParam(defaultValue = "") String serial,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(id, actor, redirect, () -> keeping.assign(id, line, serial, Poster.of(actor)));
    }

    @PostMapping("/{id}/readiness")
    @PreAuthorize(KEEP)
    ModelAndView ready(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        return pages.does(id, actor, redirect, () -> keeping.ready(id, Poster.of(actor)));
    }

    @PostMapping("/{id}/cancellation")
    @PreAuthorize(KEEP)
    ModelAndView cancel(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(id, actor, redirect, () -> keeping.cancel(id, OrderPages.line(reason), Poster.of(actor)));
    }

    @PostMapping("/{id}/sending")
    @PreAuthorize(KEEP)
    ModelAndView send(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String tracking,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(id, actor, redirect, () -> sending.send(id, OrderPages.line(tracking), Poster.of(actor)));
    }

    @PostMapping("/{id}/delivery")
    @PreAuthorize(KEEP)
    ModelAndView deliver(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        return pages.does(id, actor, redirect, () -> sending.deliver(id, Poster.of(actor)));
    }

    @PostMapping("/{id}/handing-over")
    @PreAuthorize(KEEP)
    ModelAndView handOver(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "CASH") SendingOrders.PaidAtThePole how,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(id, actor, redirect, () -> sending.handOver(id, how, Poster.of(actor)));
    }

    @PostMapping("/{id}/refusal")
    @PreAuthorize(KEEP)
    ModelAndView refused(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(id, actor, redirect, () -> sending.refused(id, OrderPages.line(reason), Poster.of(actor)));
    }

    @PostMapping("/{id}/loss")
    @PreAuthorize(KEEP)
    ModelAndView lost(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(id, actor, redirect, () -> sending.lost(id, OrderPages.line(reason), Poster.of(actor)));
    }

    @PostMapping("/{id}/giving-up")
    @PreAuthorize(KEEP)
    ModelAndView giveUp(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return pages.does(id, actor, redirect, () -> cash.giveUp(id, OrderPages.line(reason), Poster.of(actor)));
    }
}
