package ma.qutb.market.order;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.commission.Commission;
import ma.qutb.market.commission.MakingToOrder;
import ma.qutb.market.delivery.Deliveries;
import ma.qutb.market.payment.Payments;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.writing.Writing;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The record of an order for whoever may see it: out of their places it is simply not found. */
@Component
class OrderPages {

    private final OrderTable orders;
    private final TakingBack taking;
    private final Deliveries deliveries;
    private final Payments payments;
    private final MakingToOrder making;
    private final Territories territories;
    private final Clock clock;

    OrderPages(
            OrderTable orders,
            TakingBack taking,
            Deliveries deliveries,
            Payments payments,
            MakingToOrder making,
            Territories territories,
            Clock clock) {
        this.orders = orders;
        this.taking = taking;
        this.deliveries = deliveries;
        this.payments = payments;
        this.making = making;
        this.territories = territories;
        this.clock = clock;
    }

    static String line(String typed) {
        return Writing.line(typed, 300);
    }

    ModelAndView record(UUID id, Actor actor) {
        return record(find(id, actor, Code.SEE_ORDERS), null);
    }

    /** Does something to an order of the actor's places, and leads back to it. */
    ModelAndView does(UUID id, Actor actor, RedirectAttributes redirect, Runnable act) {
        find(id, actor, Code.KEEP_ORDERS);
        try {
            act.run();
            Toast.ok(redirect, "shell.toast.saved");
            return new ModelAndView("redirect:/app/orders/" + id);
        } catch (Refusal refusal) {
            return record(find(id, actor, Code.KEEP_ORDERS), refusal);
        }
    }

    /** An order belongs to the places of those who made what is in it. */
    private BuyerOrder find(UUID id, Actor actor, String permission) {
        var places = territories
                .covered(actor.scopeOf(permission))
                .map(it -> it.stream().map(TerritoryCode::value).toArray(String[]::new))
                .orElse(null);
        return orders.find(id)
                .filter(it -> orders.within(id, places))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView record(BuyerOrder order, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "market/orders/record", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("order", order)
                .addObject("lines", orders.lines(order.id()))
                .addObject("steps", orders.steps(order.id()))
                .addObject("returns", taking.of(order.id()))
                .addObject("payments", payments.of(order.id()))
                .addObject(
                        "making", making.of(order.id()).stream().collect(Collectors.toMap(Commission::line, it -> it)))
                .addObject(
                        "carrier",
                        order.carrier() == null
                                ? null
                                : deliveries.carrier(order.carrier()).orElse(null))
                .addObject("now", clock.instant())
                .addObject("refusal", refusal);
    }
}
