package ma.qutb.materials.supply;

import java.util.Map;
import java.util.function.Function;
import ma.qutb.kernel.Language;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.Kind;
import ma.qutb.shell.list.Option;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of orders and suppliers. */
@Configuration
class SupplyLists {

    private static final String RECEIVED = """
            coalesce((select sum(l.weight) from materials.receipt r join materials.lot l on l.id = r.lot_id where r.order_id = o.id), 0)""";
    private static final String STATE =
            "case when " + RECEIVED + " >= o.weight then 'received' when o.closed_on is not null then 'closed'"
                    + " when " + RECEIVED + " > 0 then 'partly' else 'open' end";

    @Bean
    MenuEntry ordersEntry() {
        return new MenuEntry("menu.materials", 330, "menu.orders", "truck-delivery", "/app/materials/orders", Code.SEE);
    }

    @Bean
    MenuEntry suppliersEntry() {
        return new MenuEntry(
                "menu.materials", 340, "menu.suppliers", "building-factory-2", "/app/materials/suppliers", Code.SEE);
    }

    @Bean
    RecordList orderList(Materials materials) {
        return RecordList.named("material_orders", "materials.orders")
                .permission(Code.SEE)
                .from("""
                        materials.purchase_order o
                        join materials.sale_point p on p.id = o.sale_point_id
                        join materials.supplier s on s.id = o.supplier_id
                        join materials.material m on m.code = o.material_code""")
                .key("o.id")
                .scope("p.territories && cast(:scope as text[])")
                .demonstration("o.demonstration")
                .link("/app/materials/orders/{key}")
                .columns(
                        Column.code("number", "o.number").sort("o.number").always(),
                        Column.date("ordered", "o.ordered_on").always(),
                        Column.name("supplier", "s.name").sort("s.name"),
                        Column.text("material", "m.name_{lang}"),
                        Column.code("fineness", "trim_scale(o.fineness / 10.0)"),
                        Column.of(Kind.NUMBER, "weight", "o.weight / power(10, m.decimals)"),
                        Column.of(Kind.NUMBER, "received", RECEIVED + " / power(10, m.decimals)"),
                        Column.text("unit", "m.unit_{lang}"),
                        Column.text("point", "p.name_{lang}"),
                        Column.date("expected", "o.expected_on").hidden(),
                        Column.status(
                                "state",
                                STATE,
                                "materials.order.state",
                                Map.of("open", Tone.INFO, "partly", Tone.WARN, "received", Tone.OK)))
                .filters(
                        Filter.text("q", "(s.name ilike '%' || :q || '%' or o.number::text = :q)", String::strip),
                        Filter.choice("material", "o.material_code = :material", options(materials)),
                        Filter.choice(
                                "state",
                                STATE + " = :state",
                                "materials.order.state",
                                "open",
                                "partly",
                                "received",
                                "closed"),
                        Filter.period("ordered", "o.ordered_on"))
                .sort("-number")
                .build();
    }

    @Bean
    RecordList supplierList() {
        return RecordList.named("suppliers", "materials.suppliers")
                .permission(Code.SEE)
                .from("materials.supplier s")
                .key("s.id")
                .everywhere()
                .demonstration("s.demonstration")
                .columns(
                        Column.name("name", "s.name").sort("s.name").always(),
                        Column.code("ice", "s.ice"),
                        Column.phone("phone", "s.phone"),
                        Column.text("address", "s.address").hidden(),
                        Column.number(
                                "orders",
                                "(select count(*) from materials.purchase_order o where o.supplier_id = s.id)"),
                        Column.amount("open", """
                                (select coalesce(sum(i.amount_centimes), 0)
                                        - coalesce((select sum(y.amount_centimes) from materials.supplier_payment y
                                                      join materials.supplier_invoice j on j.id = y.invoice_id where j.supplier_id = s.id), 0)
                                   from materials.supplier_invoice i where i.supplier_id = s.id)"""))
                .filters(Filter.text("q", "s.name ilike '%' || :q || '%'", String::strip))
                .sort("name")
                .build();
    }

    static Function<Language, java.util.List<Option>> options(Materials materials) {
        return language -> materials.all().stream()
                .map(it -> Option.of(it.code().value(), it.name().in(language)))
                .toList();
    }
}
