package ma.qutb.market.order;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ma.qutb.identity.PostedFromOutside;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.EntryKind;
import ma.qutb.ledger.SourceKind;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.delivery.Deliveries;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.Option;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Orders as a list of staff, their places in the menu, and what the ledger must know of them. */
@Configuration
class OrderConfiguration {

    @Bean
    MenuEntry buyerOrdersEntry() {
        return new MenuEntry("menu.market", 395, "menu.buyer-orders", "clipboard-list", "/app/orders", Code.SEE_ORDERS);
    }

    @Bean
    MenuEntry carriersCashEntry() {
        return new MenuEntry("menu.market", 396, "menu.carriers-cash", "cash-banknote", "/app/cash", Code.SEE_ORDERS);
    }

    @Bean
    SourceKind orderSource() {
        return new SourceKind(SendingOrders.SOURCE, "/app/orders/{id}");
    }

    @Bean
    SourceKind remittanceSource() {
        return new SourceKind(CarriersCash.REMITTANCE, "/app/cash");
    }

    @Bean
    EntryKind carriageKind() {
        return new EntryKind(SendingOrders.CARRIAGE);
    }

    @Bean
    EntryKind remittanceKind() {
        return new EntryKind(CarriersCash.REMITTANCE);
    }

    @Bean
    EntryKind marketLossKind() {
        return new EntryKind(CarriersCash.LOSS);
    }

    @Bean
    EntryKind refundKind() {
        return new EntryKind(TakingBack.REFUND);
    }

    /** Browsers keep the page with the button; what it changes is the buyer's own cookie, and the controller asks where it came from. */
    @Bean
    PostedFromOutside cartsPost() {
        return new PostedFromOutside(List.of("/*/cart", "/*/cart/agreement", "/*/cart/lines/*"));
    }

    @Bean
    RecordList orderRecordList(Deliveries deliveries) {
        return RecordList.named("orders", "market.orders")
                .permission(Code.SEE_ORDERS)
                .exportPermission(Code.KEEP_ORDERS)
                .from("market.buyer_order o left join market.carrier c on c.id = o.carrier_id")
                .key("o.id")
                .scope("""
                        exists (select from market.order_line l join market.maker k on k.id = l.maker_id
                                 where l.order_id = o.id and k.territories && cast(:scope as text[]))""")
                .demonstration("o.demonstration")
                .link("/app/orders/{key}")
                .columns(
                        Column.code("number", "o.number").sort("o.number").always(),
                        Column.moment("placed", "o.placed_at").sort("o.placed_at"),
                        Column.name("name", "o.name"),
                        Column.phone("phone", "o.phone"),
                        Column.text("city", "o.city"),
                        Column.amount("total", "o.total").sort("o.total"),
                        Column.coded("method", "o.method", "market.order.method"),
                        Column.name("carrier", "coalesce(c.name_{lang}, '')").hidden(),
                        Column.date("promised", "o.promised_on")
                                .sort("o.promised_on")
                                .hidden(),
                        Column.status(
                                "state",
                                "o.state",
                                "market.order.state",
                                Map.of(
                                        "placed", Tone.WARN,
                                        "confirmed", Tone.INFO,
                                        "ready", Tone.INFO,
                                        "sent", Tone.INFO,
                                        "delivered", Tone.OK,
                                        "refused", Tone.BAD,
                                        "lost", Tone.BAD)),
                        Column.status(
                                "money",
                                "o.money",
                                "market.order.money",
                                Map.of(
                                        "awaited", Tone.WARN,
                                        "deposit", Tone.WARN,
                                        "with_carrier", Tone.WARN,
                                        "remitted", Tone.WARN,
                                        "paid", Tone.OK,
                                        "reconciled", Tone.OK,
                                        "refund_due", Tone.BAD)))
                .filters(
                        Filter.text(
                                "q",
                                "(o.number || ' ' || o.name || ' ' || o.phone || ' ' || o.city || ' ' || o.tracking) ilike '%' || :q || '%'",
                                String::strip),
                        Filter.choices(
                                "state",
                                "o.state = any (:state)",
                                "market.order.state",
                                "placed",
                                "confirmed",
                                "ready",
                                "sent",
                                "delivered",
                                "refused",
                                "lost",
                                "cancelled",
                                "returned"),
                        Filter.choices(
                                "money",
                                "o.money = any (:money)",
                                "market.order.money",
                                "awaited",
                                "deposit",
                                "paid",
                                "with_carrier",
                                "remitted",
                                "reconciled",
                                "refund_due",
                                "refunded"),
                        Filter.choice("carrier", "o.carrier_id::text = :carrier", carriers(deliveries)),
                        Filter.moments("placed", "o.placed_at"))
                .sort("-placed")
                .build();
    }

    private static Function<Language, List<Option>> carriers(Deliveries deliveries) {
        return language -> deliveries.carriers().stream()
                .map(it -> Option.of(it.id().toString(), it.name().in(language)))
                .toList();
    }
}
