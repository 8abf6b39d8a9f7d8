package ma.qutb.spaces.site;

import java.util.Map;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import ma.qutb.spaces.SpacesPermission.Code;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of sites. */
@Configuration
class SiteList {

    static final String[] KINDS = {
        "pole",
        "complex",
        "training_centre",
        "meeting_room",
        "technical_support_centre",
        "material_sale_point",
        "coop_premises",
        "weekly_market",
        "market",
        "showroom",
        "marketing_space",
        "tannery",
        "craft_house",
        "sales_outlet",
        "activity_zone"
    };
    static final String[] STATES = {
        "in_use",
        "inaugurated",
        "planned",
        "promised",
        "in_progress",
        "done_or_in_progress",
        "rehabilitation",
        "upgrade_intended",
        "to_be_replaced",
        "closed"
    };

    @Bean
    MenuEntry sitesEntry() {
        return new MenuEntry("menu.spaces", 530, "menu.sites", "building-community", "/app/spaces/sites", Code.SEE);
    }

    @Bean
    RecordList listOfSites() {
        return RecordList.named("sites", "spaces.sites")
                .permission(Code.SEE)
                .from("spaces.site s")
                .key("s.id")
                .scope("s.territories && cast(:scope as text[])")
                .demonstration("s.demonstration")
                .link("/app/spaces/sites/{key}")
                .columns(
                        Column.name("name", "s.name_{lang}").sort("s.name_{lang} collate {collation}"),
                        Column.code("code", "s.code").sort("s.code"),
                        Column.coded("kind", "s.kind", "spaces.site.kind"),
                        Column.number(
                                "units",
                                "(select count(*) from spaces.unit u where u.site_id = s.id and u.during @> :today)"),
                        Column.number("made", "s.made_in").hidden(),
                        Column.status(
                                "state",
                                "s.state",
                                "spaces.site.state",
                                Map.of("in_use", Tone.OK, "inaugurated", Tone.OK, "to_be_replaced", Tone.WARN)))
                .filters(
                        Filter.text(
                                "q",
                                "(s.name_ar || ' ' || s.name_fr || ' ' || s.name_en || ' ' || s.code ilike '%' || :q || '%')",
                                String::strip),
                        Filter.choices("kind", "s.kind = any(:kind)", "spaces.site.kind", KINDS),
                        Filter.choices("state", "s.state = any(:state)", "spaces.site.state", STATES))
                .sort("name")
                .build();
    }
}
