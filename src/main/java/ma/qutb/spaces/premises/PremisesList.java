package ma.qutb.spaces.premises;

import java.util.Map;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import ma.qutb.spaces.SpacesPermission.Code;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inventory. */
@Configuration
class PremisesList {

    static final String PATH = "/app/premises";

    private static final String LATEST = """
            left join lateral (select score from spaces.premises_assessment a where a.premises_id = p.id
                order by assessed_on desc, recorded_at desc limit 1) a on true""";

    @Bean
    MenuEntry premisesEntry() {
        return new MenuEntry("menu.spaces", 560, "menu.premises", "building-cottage", PATH, Code.SEE_PREMISES);
    }

    @Bean
    RecordList listOfPremises(Communes communes) {
        return RecordList.named("premises", "spaces.premises")
                .permission(Code.SEE_PREMISES)
                .from("spaces.premises p " + LATEST)
                .key("p.id")
                .scope("p.territories && cast(:scope as text[])")
                .demonstration("p.demonstration")
                .link(PATH + "/{key}")
                .columns(
                        Column.name("name", "p.name").sort("p.name collate {collation}"),
                        Column.code("number", "p.number::text").sort("p.number"),
                        Column.text("commune", "p.place_{lang}").sort("p.place_{lang} collate {collation}"),
                        Column.text("village", "p.village"),
                        Column.coded("kind", "p.kind", "spaces.premises.kind"),
                        Column.coded("owner", "p.owner_kind", "spaces.premises.owner")
                                .hidden(),
                        Column.number("area", "round(p.area_dm2 / 100.0)"),
                        Column.coded("condition", "p.condition", "spaces.premises.condition"),
                        Column.number("score", "a.score"),
                        Column.moment("recorded", "p.recorded_at").hidden(),
                        Column.date("expected", "p.expected_on").hidden(),
                        Column.status(
                                "step",
                                "case when p.aside then 'aside' else coalesce(p.step, 'identified') end",
                                "spaces.roadmap.step",
                                Map.of(
                                        "identified",
                                        Tone.WARN,
                                        "agreed",
                                        Tone.INFO,
                                        "funded",
                                        Tone.INFO,
                                        "works",
                                        Tone.INFO,
                                        "opened",
                                        Tone.OK,
                                        "active",
                                        Tone.OK)))
                .filters(
                        Filter.text(
                                "q",
                                "(p.name || ' ' || p.village || ' ' || p.owner_name || ' ' || p.landmark ilike '%' || :q || '%' or p.number::text = :q)",
                                String::strip),
                        Filter.territory("commune", ":commune = any(p.territories)", communes::tree),
                        Filter.choices(
                                "step",
                                "case when p.aside then 'aside' else coalesce(p.step, 'identified') end = any(:step)",
                                "spaces.roadmap.step",
                                "identified",
                                "agreed",
                                "funded",
                                "works",
                                "opened",
                                "active",
                                "aside"),
                        Filter.choices(
                                "kind",
                                "p.kind = any(:kind)",
                                "spaces.premises.kind",
                                Details.KINDS.toArray(String[]::new)),
                        Filter.choices(
                                "condition",
                                "p.condition = any(:condition)",
                                "spaces.premises.condition",
                                Details.CONDITIONS.toArray(String[]::new)),
                        Filter.choices(
                                "obstacle",
                                "p.obstacles && :obstacle",
                                "spaces.premises.obstacle",
                                Details.OBSTACLES.toArray(String[]::new)),
                        Filter.yesNo("demonstration", "p.demonstration"))
                .sort("-number")
                .build();
    }
}
