package ma.qutb.materials.point;

import java.util.Map;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of sale points. */
@Configuration
class PointList {

    private static final String STATE =
            "case when p.closed_on is not null then 'closed' when p.opened_on is not null then 'open' else 'preparing' end";

    @Bean
    MenuEntry pointsEntry() {
        return new MenuEntry(
                "menu.materials", 310, "menu.sale-points", "building-store", "/app/materials/points", Code.SEE);
    }

    @Bean
    RecordList listOfPoints() {
        return RecordList.named("sale_points", "materials.points")
                .permission(Code.SEE)
                .from("materials.sale_point p join materials.fund f on f.id = p.fund_id")
                .key("p.id")
                .scope("p.territories && cast(:scope as text[])")
                .demonstration("p.demonstration")
                .link("/app/materials/points/{key}")
                .columns(
                        Column.name("name", "p.name_{lang}").sort("p.name_{lang} collate {collation}"),
                        Column.code("code", "p.code").sort("p.code").always(),
                        Column.text("fund", "f.name_{lang}"),
                        Column.text("address", "p.address").hidden(),
                        Column.phone("phone", "p.phone"),
                        Column.date("opened", "p.opened_on"),
                        Column.number("scales_expired", """
                                (select count(*) from materials.scale s where s.sale_point_id = p.id and s.retired_on is null
                                    and (s.calibration_expires_on is null or s.calibration_expires_on <= :today))"""),
                        Column.status(
                                "state",
                                STATE,
                                "materials.point.state",
                                Map.of("open", Tone.OK, "preparing", Tone.WARN)))
                .filters(
                        Filter.text(
                                "q",
                                "(p.name_ar || ' ' || p.name_fr || ' ' || p.code ilike '%' || :q || '%')",
                                String::strip),
                        Filter.choice(
                                "state", STATE + " = :state", "materials.point.state", "open", "preparing", "closed"))
                .sort("code")
                .build();
    }
}
