package ma.qutb.spaces.unit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.Option;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.UnitKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;

/** The list of the units that exist today. */
@Configuration
class UnitList {

    /** What a unit is on a day; {@code spaces.unit_on} says it. */
    static final String[] STATES = {"free", "let", "reserved", "own", "under_construction", "closed"};

    @Bean
    MenuEntry unitsEntry() {
        return new MenuEntry("menu.spaces", 520, "menu.units", "key", "/app/spaces/units", Code.SEE);
    }

    @Bean
    RecordList listOfUnits(Sites sites) {
        return RecordList.named("units", "spaces.units")
                .permission(Code.SEE)
                .from("""
                        spaces.unit_on(:today) n join spaces.unit u on u.id = n.id join spaces.site s on s.id = u.site_id
                        left join spaces.building b on b.id = u.building_id""")
                .key("u.id")
                .scope("s.territories && cast(:scope as text[])")
                .demonstration("s.demonstration")
                .link("/app/spaces/units/{key}")
                .columns(
                        Column.code("number", "u.number")
                                .sort(
                                        "substring(u.number from '^[A-Z]*'), coalesce(substring(u.number from '[0-9]+')::bigint, 0), u.number")
                                .always(),
                        Column.text("site", "s.name_{lang}").sort("s.name_{lang} collate {collation}"),
                        Column.text("building", "b.name_{lang}"),
                        Column.coded("kind", "u.kind", "spaces.unit.kind"),
                        Column.number("area", "round(u.area_dm2 / 100.0)"),
                        Column.number("power", "u.power_kw").hidden(),
                        Column.yesNo("water", "u.water").hidden(),
                        Column.yesNo("accessible", "u.accessible").hidden(),
                        Column.date("since", "n.since"),
                        Column.status(
                                "state",
                                "n.state",
                                "spaces.unit.state",
                                Map.of("free", Tone.OK, "let", Tone.INFO, "reserved", Tone.WARN, "closed", Tone.BAD)))
                .filters(
                        Filter.text("q", "u.number = upper(:q)", String::strip),
                        Filter.choice("site", "s.id::text = :site", options(sites)),
                        Filter.choices(
                                "kind",
                                "u.kind = any(:kind)",
                                "spaces.unit.kind",
                                UnitKind.codes().toArray(String[]::new)),
                        Filter.choices("state", "n.state = any(:state)", "spaces.unit.state", STATES),
                        Filter.yesNo("accessible", "u.accessible"))
                .sort("number")
                .build();
    }

    private static Function<Language, List<Option>> options(Sites sites) {
        return language -> {
            var reader = SecurityContextHolder.getContext().getAuthentication();
            return reader != null && reader.getPrincipal() instanceof Actor actor
                    ? sites.all(actor, Code.SEE).stream()
                            .map(it -> Option.of(it.id().toString(), it.name().in(language)))
                            .toList()
                    : List.of();
        };
    }
}
