package ma.qutb.materials.stock;

import java.util.List;
import java.util.function.Function;
import ma.qutb.kernel.Language;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.point.PointOptions;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.Kind;
import ma.qutb.shell.list.Option;
import ma.qutb.shell.list.RecordList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of lots and of what was done to them. */
@Configuration
class StockLists {

    private static final String LOT = "l.material_code || '-' || lpad(l.number::text, 6, '0')";

    private static final String LEFT =
            "round(ledger.held_in(h.weight_account) / power(10::numeric, m.decimals), m.decimals)";

    /** Transfers, transformations and write-offs as one list; a transfer is listed where it was sent from. */
    private static final String MOVEMENTS = """
            (select t.id, t.number, 'transfer' as kind, t.sent_on as day, t.from_point as point, t.lot_id as lot, t.weight, t.carrier as reason,
                    t.arrived_on is not null as done, 'transfers/' || t.id as path from materials.transfer t
             union all
             select t.id, t.number, t.kind, t.done_on, t.sale_point_id, (select min(i.lot_id::text)::uuid from materials.transform_input i
                    where i.transform_id = t.id), (select sum(i.weight)::bigint from materials.transform_input i where i.transform_id = t.id),
                    t.reason, true, 'transforms/' || t.id from materials.transform t
             union all
             select w.id, w.number, w.kind, w.happened_on, w.sale_point_id, w.lot_id, w.weight, w.reason, true, 'write-offs/' || w.id
               from materials.write_off w) v
            join materials.lot l on l.id = v.lot
            join materials.material m on m.code = l.material_code
            join materials.sale_point p on p.id = v.point""";

    @Bean
    MenuEntry lotsEntry() {
        return new MenuEntry("menu.materials", 320, "menu.lots", "package", "/app/materials/lots", Code.SEE);
    }

    @Bean
    MenuEntry movementsEntry() {
        return new MenuEntry(
                "menu.materials", 325, "menu.movements", "arrows-exchange", "/app/materials/movements", Code.SEE);
    }

    @Bean
    RecordList lotList(Materials materials, SalePoints points) {
        return RecordList.named("lots", "materials.lots")
                .permission(Code.SEE)
                .from("""
                        materials.lot l
                        join materials.material m on m.code = l.material_code
                        join materials.lot_at_point h on h.lot_id = l.id
                        join materials.sale_point p on p.id = h.sale_point_id
                        left join materials.supplier s on s.id = l.supplier_id""")
                .key("l.id::text || '?at=' || p.id::text")
                .scope("p.territories && cast(:scope as text[])")
                .demonstration("l.demonstration")
                .link("/app/materials/lots/{key}")
                .columns(
                        Column.code("number", LOT).sort("l.number").always(),
                        Column.text("material", "m.name_{lang}"),
                        Column.code("fineness", "trim_scale(l.fineness / 10.0)").sort("l.fineness"),
                        Column.of(Kind.NUMBER, "weight", "l.weight / power(10, m.decimals)"),
                        Column.number("left", LEFT),
                        Column.text("unit", "m.unit_{lang}"),
                        Column.amount("cost", "l.cost_centimes"),
                        Column.date("received", "l.received_on").always(),
                        Column.name("supplier", "s.name").sort("s.name"),
                        Column.text("point", "p.name_{lang}"),
                        Column.coded("origin", "l.origin", "materials.lot.origin")
                                .hidden(),
                        Column.yesNo("papers", "l.assay_certificate <> '' or l.assay_file is not null")
                                .hidden())
                .filters(
                        Filter.text(
                                "q",
                                "(" + LOT + " ilike '%' || :q || '%' or s.name ilike '%' || :q || '%')",
                                String::strip),
                        Filter.choice("material", "l.material_code = :material", materials(materials)),
                        Filter.choice("point", "p.id::text = :point", PointOptions.of(points)),
                        Filter.choice(
                                "origin",
                                "l.origin = :origin",
                                "materials.lot.origin",
                                "receipt",
                                "transform",
                                "found"),
                        Filter.period("received", "l.received_on"))
                .sort("-number")
                .build();
    }

    @Bean
    RecordList movementList(SalePoints points) {
        return RecordList.named("stock_movements", "materials.movements")
                .permission(Code.SEE)
                .from(MOVEMENTS)
                .key("v.path")
                .scope("p.territories && cast(:scope as text[])")
                .demonstration("l.demonstration")
                .link("/app/materials/{key}")
                .columns(
                        Column.code("number", "v.number").sort("v.number").always(),
                        Column.date("day", "v.day").always(),
                        Column.coded("kind", "v.kind", "materials.movement.kind"),
                        Column.code("lot", LOT),
                        Column.of(Kind.NUMBER, "weight", "v.weight / power(10, m.decimals)"),
                        Column.text("unit", "m.unit_{lang}"),
                        Column.text("point", "p.name_{lang}"),
                        Column.name("reason", "v.reason"),
                        Column.yesNo("done", "v.done").hidden())
                .filters(
                        Filter.choice(
                                "kind",
                                "v.kind = :kind",
                                "materials.movement.kind",
                                "transfer",
                                "melt",
                                "alloy",
                                "split",
                                "assay",
                                "theft",
                                "loss",
                                "error"),
                        Filter.choice("point", "p.id::text = :point", PointOptions.of(points)),
                        Filter.period("day", "v.day"))
                .sort("-number")
                .build();
    }

    private static Function<Language, List<Option>> materials(Materials materials) {
        return language -> materials.all().stream()
                .map(it -> Option.of(it.code().value(), it.name().in(language)))
                .toList();
    }
}
