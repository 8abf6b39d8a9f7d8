package ma.qutb.registry.organisation;

import java.util.Map;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.Territories;
import ma.qutb.registry.person.FormChoices;
import ma.qutb.registry.writing.Writing;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of organisations. */
@Configuration
class OrganisationList {

    private static final String NAME = """
            case when '{lang}' = 'ar' then coalesce(nullif(o.name_ar, ''), o.name_latin)
                 when '{lang}' = 'en' then coalesce(nullif(o.name_en, ''), nullif(o.name_latin, ''), o.name_ar)
                 else coalesce(nullif(o.name_latin, ''), o.name_ar) end""";

    private static final String CRAFTS = """
            (select string_agg(c.name_{lang}, ' · ' order by c.name_{lang})
             from registry.organisation_craft oc join registry.craft c on c.code = oc.craft_code where oc.organisation_id = o.id)""";

    private static final String MEMBERS = """
            (select count(*) from registry.membership m where m.organisation_id = o.id and m.left_on is null and m.role <> 'EMPLOYEE')""";

    @Bean
    RecordList listOfOrganisations(Territories territories, Crafts crafts) {
        return RecordList.named("organisations", "registry.organisations")
                .permission(Code.SEE_ORGANISATIONS)
                .from("registry.organisation o left join registry.territory t on t.code = o.territory_code")
                .where("o.merged_into is null and not o.collective")
                .key("o.id")
                .scope("o.territory_code = any(array(select registry.covered(:scope)))")
                .demonstration("o.demonstration")
                .link("/app/organisations/{key}")
                .columns(
                        Column.name("name", NAME)
                                .sort(
                                        "(case when '{lang}' = 'ar' then o.sort_name_ar else o.sort_name_latin end) collate {collation}")
                                .always(),
                        Column.coded("form", kebab("o.legal_form"), "registry.organisation.legal-form"),
                        Column.text("crafts", CRAFTS),
                        Column.text("territory", "t.name_{lang}").sort("t.name_{lang} collate {collation}"),
                        Column.number("members", MEMBERS),
                        Column.status(
                                "status",
                                kebab("o.status"),
                                "registry.organisation.status",
                                Map.of("active", Tone.OK, "in-formation", Tone.INFO, "dormant", Tone.WARN)),
                        Column.code("number", "lpad(o.number::text, 5, '0')").hidden(),
                        Column.code("ice", "o.ice").hidden(),
                        Column.phone("phone", "o.phone").hidden(),
                        Column.amount("share_capital", "o.share_capital").hidden(),
                        Column.date("founded_on", "o.founded_on").hidden())
                .filters(
                        Filter.text("q", """
                                o.sort_name_ar || ' ' || o.sort_name_latin || ' ' || o.name_en ilike '%' || :q || '%'
                                or o.ice = :q or o.phone like '%' || :q
                                """, Writing::western),
                        Filter.choices(
                                "form",
                                kebab("o.legal_form") + " = any(:form)",
                                "registry.organisation.legal-form",
                                "cooperative",
                                "association",
                                "enterprise",
                                "economic-interest-group",
                                "union",
                                "public-body",
                                "other"),
                        Filter.choice(
                                "craft",
                                "exists (select 1 from registry.organisation_craft oc where oc.organisation_id = o.id and oc.craft_code = any(array(select registry.crafts_of(:craft))))",
                                language -> FormChoices.craftOptions(crafts, language)),
                        Filter.territory(
                                "territory",
                                "o.territory_code = any(array(select registry.covered(array[:territory])))",
                                language -> FormChoices.placeOptions(territories, language)),
                        Filter.choices(
                                "status",
                                kebab("o.status") + " = any(:status)",
                                "registry.organisation.status",
                                "in-formation",
                                "active",
                                "dormant",
                                "dissolved"),
                        Filter.period("founded", "o.founded_on"),
                        Filter.yesNo("partner", "o.partner"),
                        Filter.yesNo("supplier", "o.supplier"),
                        Filter.yesNo("demonstration", "o.demonstration"))
                .sort("name")
                .build();
    }

    private static String kebab(String column) {
        return "lower(replace(" + column + ", '_', '-'))";
    }
}
