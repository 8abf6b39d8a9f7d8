package ma.qutb.materials.supply;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.materials.SalePoints;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.shell.Crumb;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the forms about one order share: who may open them, the pages above them, where they lead when done. */
@Component
class OrderForms {

    private final Orders orders;
    private final SalePoints points;
    private final FormPages pages;

    OrderForms(Orders orders, SalePoints points, FormPages pages) {
        this.orders = orders;
        this.points = points;
        this.pages = pages;
    }

    /**
     * A form of the order, sent where it was asked for.
     *
     * @param act the end of its address
     */
    static ActForm form(String texts, Order order, String act, Map<String, String> typed) {
        return ActForm.of(texts, order.path() + "/" + act, order.path(), typed);
    }

    static ModelAndView done(Order order, RedirectAttributes redirect) {
        return FormPages.done(order.path(), redirect);
    }

    /** As they are typed. */
    static String dirhams(long centimes) {
        return BigDecimal.valueOf(centimes, 2).toPlainString();
    }

    /** The order, if this person may do this at its point. */
    Order open(UUID id, Actor actor, String permission) {
        return orders.find(id)
                .filter(it -> points.find(it.point(), actor, permission).isPresent())
                .orElseThrow(OrderController::notFound);
    }

    ModelAndView page(Order order, ActForm form) {
        return pages.page(
                form,
                order.demonstration(),
                new Crumb(pages.say("materials.orders.title"), "/app/materials/orders"),
                new Crumb(pages.say("materials.order.called", String.valueOf(order.number())), order.path()));
    }
}
