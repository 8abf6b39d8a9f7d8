package ma.qutb.materials.counter;

import java.util.Map;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.point.PointOptions;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.Kind;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every sale of every point, for whoever looks back. */
@Configuration
class SalesList {

    @Bean
    RecordList salesRecordList(SalePoints points) {
        return RecordList.named("sales", "materials.sales")
                .permission(Code.SEE)
                .from("""
                        materials.sale s
                        join materials.sale_point p on p.id = s.sale_point_id
                        join materials.material m on m.code = s.material_code
                        left join materials.sale_reversal r on r.sale_id = s.id""")
                .key("s.id")
                .scope("p.territories && cast(:scope as text[])")
                .demonstration("p.demonstration")
                .link("/app/counter/sales/{key}")
                .columns(
                        Column.code("number", "p.code || '-' || s.year || '-' || lpad(s.number::text, 6, '0')")
                                .sort("s.id")
                                .always(),
                        Column.moment("sold", "s.sold_at").always(),
                        // The number begins with the code of the point; its name is long.
                        Column.name("point", "p.name_{lang}").hidden(),
                        Column.text("material", "m.name_{lang}"),
                        Column.of(
                                Kind.NUMBER, "weight", "round(s.weight / power(10::numeric, m.decimals), m.decimals)"),
                        Column.amount("price", "s.price"),
                        Column.amount("shortfall", "s.shortfall").hidden(),
                        Column.coded("payment", "s.payment", "materials.counter.payment"),
                        Column.date("due", "s.due_on").hidden(),
                        Column.name("clerk", "s.clerk_name"),
                        Column.status(
                                "state",
                                "case when r.sale_id is not null then 'undone' when s.over_quota then 'over' when s.shortfall > 0 then 'supported' else 'sold' end",
                                "materials.sale.state",
                                Map.of("undone", Tone.BAD, "over", Tone.WARN, "supported", Tone.INFO, "sold", Tone.OK)))
                .filters(
                        Filter.text(
                                "q",
                                "p.code || '-' || s.year || '-' || lpad(s.number::text, 6, '0') ilike '%' || :q || '%'",
                                String::strip),
                        Filter.choice("point", "p.id::text = :point", PointOptions.of(points)),
                        Filter.choice(
                                "payment",
                                "s.payment = :payment",
                                "materials.counter.payment",
                                "cash",
                                "transfer",
                                "credit"),
                        Filter.period("day", "s.sold_on"))
                .sort("-number")
                .build();
    }
}
