package ma.qutb.registry.distinction;

import java.util.List;
import java.util.Map;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.person.FormChoices;
import ma.qutb.registry.writing.Writing;
import ma.qutb.shell.Choice;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.Option;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of distinctions: who received what, and when. */
@Configuration
class DistinctionList {

    static final String RECIPIENT = """
            coalesce(
                case when '{lang}' = 'ar'
                    then coalesce(nullif(btrim(p.given_name_ar || ' ' || p.family_name_ar), ''), btrim(p.given_name_latin || ' ' || p.family_name_latin))
                    else coalesce(nullif(btrim(p.given_name_latin || ' ' || p.family_name_latin), ''), btrim(p.given_name_ar || ' ' || p.family_name_ar))
                end,
                case when '{lang}' = 'ar' then o.sort_name_ar else o.sort_name_latin end,
                nullif(d.recipient_{lang}, ''), nullif(d.recipient_ar, ''), d.recipient_fr)""";

    private static final String GIVER = """
            coalesce(nullif(d.given_by_words, ''),
                (select string_agg(case when '{lang}' = 'ar' then g.sort_name_ar else g.sort_name_latin end, ' · ')
                 from registry.organisation g where g.reference_code = any(d.given_by)))""";

    @Bean
    MenuEntry distinctionsMenu() {
        return new MenuEntry(
                "menu.registry", 160, "menu.distinctions", "trophy", "/app/distinctions", Code.SEE_DISTINCTIONS);
    }

    @Bean
    RecordList listOfDistinctions(FormChoices choices, JdbcClient database) {
        return RecordList.named("distinctions", "registry.distinctions")
                .permission(Code.SEE_DISTINCTIONS)
                .from("""
                        registry.distinction d
                        left join registry.person p on p.id = d.person_id
                        left join registry.organisation o on o.id = d.organisation_id
                        left join registry.craft c on c.code = d.craft_code
                        left join registry.territory t on t.code = coalesce(d.territory_code, p.territory_code, o.territory_code)""")
                .key("d.id")
                .scope(
                        "coalesce(p.territory_code, o.territory_code, d.territory_code) = any(array(select registry.covered(:scope)))")
                .demonstration("(d.demonstration or coalesce(p.demonstration, o.demonstration, false))")
                .link("/app/distinctions/{key}")
                .columns(
                        Column.name("title", text("d.title")).sort(text("d.title")),
                        Column.text("recipient", RECIPIENT).sort(RECIPIENT + " collate {collation}"),
                        Column.coded("kind", "lower(d.kind)", "registry.distinction.kind"),
                        Column.code("year", "d.year").sort("d.year"),
                        Column.text("prize", text("d.prize")),
                        Column.number("rank", "d.rank").hidden(),
                        Column.text("craft", "c.name_{lang}"),
                        Column.text("territory", "t.name_{lang}"),
                        Column.coded("level", "d.level", "registry.distinction.level"),
                        Column.text("given_by", GIVER).hidden(),
                        Column.status(
                                "state",
                                "case when d.withdrawn_on is null then 'stands' else 'withdrawn' end",
                                "registry.distinction.state",
                                Map.of("stands", Tone.OK, "withdrawn", Tone.BAD)))
                .filters(
                        Filter.text("q", """
                                d.title_ar || ' ' || d.title_fr ilike '%' || :q || '%'
                                or p.sort_name_ar || ' ' || p.sort_name_latin ilike '%' || :q || '%'
                                or o.sort_name_ar || ' ' || o.sort_name_latin ilike '%' || :q || '%'
                                or d.recipient_ar || ' ' || d.recipient_fr ilike '%' || :q || '%'
                                """, Writing::western),
                        Filter.choice(
                                "kind",
                                "d.kind = upper(:kind)",
                                "registry.distinction.kind",
                                "award",
                                "medal",
                                "commendation"),
                        Filter.choice("year", "d.year::text = :year", language -> years(database)),
                        Filter.choice(
                                "craft",
                                "d.craft_code = any(array(select registry.crafts_of(:craft)))",
                                language -> options(choices.crafts(language))),
                        Filter.territory(
                                "territory",
                                "t.code = any(array(select registry.covered(array[:territory])))",
                                language -> options(choices.places(language, Scope.EVERYWHERE))),
                        Filter.yesNo(
                                "demonstration",
                                "(d.demonstration or coalesce(p.demonstration, o.demonstration, false))"))
                .sort("-year")
                .build();
    }

    /** In the reader's language, or in another where nobody has given it. */
    private static String text(String column) {
        return "coalesce(nullif(" + column + "_{lang}, ''), nullif(" + column + "_ar, ''), " + column + "_fr)";
    }

    private static List<Option> options(List<Choice> choices) {
        return choices.stream().map(it -> Option.of(it.value(), it.text())).toList();
    }

    private static List<Option> years(JdbcClient database) {
        return database
                .sql("select distinct year from registry.distinction where year is not null order by year desc")
                .query(String.class)
                .list()
                .stream()
                .map(it -> Option.of(it, it))
                .toList();
    }
}
