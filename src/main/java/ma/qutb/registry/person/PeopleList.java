package ma.qutb.registry.person;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.Territories;
import ma.qutb.registry.search.SearchEntry.Kind;
import ma.qutb.registry.search.SearchIndex;
import ma.qutb.registry.search.SearchQuery;
import ma.qutb.registry.writing.Writing;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of people: whom the pole knows, by name, craft and place. */
@Configuration
class PeopleList {

    private static final int MOST_LIKELY = 50;

    /** Who was made anonymous still counts, by the number of the record. */
    private static final String NAME = """
            case when p.anonymised_at is not null then lpad(p.number::text, 6, '0') when '{lang}' = 'ar'
                then coalesce(nullif(btrim(p.given_name_ar || ' ' || p.family_name_ar), ''), btrim(p.given_name_latin || ' ' || p.family_name_latin))
                else coalesce(nullif(btrim(p.given_name_latin || ' ' || p.family_name_latin), ''), btrim(p.given_name_ar || ' ' || p.family_name_ar))
            end""";

    private static final String CRAFTS = """
            (select string_agg(c.name_{lang}, ' · ' order by ac.position)
             from registry.artisan_craft ac join registry.craft c on c.code = ac.craft_code where ac.person_id = p.id)""";

    /**
     * Each branch has an index of its own, which an {@code or} between them would forbid; one or two letters are a part of too many
     * names, for them the likeliest people are enough.
     */
    private static final String FOUND = """
            p.id in (
                select unnest(string_to_array(split_part(:q, E'\\n', 2), ',')::uuid[])
                union all
                select n.id from registry.person n
                where n.sort_name_ar || ' ' || n.sort_name_latin ilike '%' || split_part(:q, E'\\n', 1) || '%'
                    and length(split_part(:q, E'\\n', 1)) > 2
                union all
                select n.id from registry.person n
                where n.phone like '%' || split_part(:q, E'\\n', 1) and split_part(:q, E'\\n', 1) ~ '^[0-9]{3,}$'
                union all
                select n.id from registry.person n
                where n.number = case when split_part(:q, E'\\n', 1) ~ '^[0-9]{1,9}$' then split_part(:q, E'\\n', 1)::int end
                union all
                select n.person_id from registry.artisan n where n.register_number = split_part(:q, E'\\n', 1))""";

    /** What somebody is besides an artisan: the latest that lasts. */
    private static final String ROLE = """
            (select lower(r.role) from registry.person_role r where r.person_id = p.id
                and coalesce(r.ended_on > :today, true)
             order by r.started_on desc, r.id limit 1)""";

    @Bean
    MenuEntry peopleMenu() {
        return new MenuEntry("menu.registry", 100, "menu.people", "users", "/app/people", Code.SEE_PEOPLE);
    }

    @Bean
    RecordList listOfPeople(Territories territories, Crafts crafts, SearchIndex index) {
        return RecordList.named("people", "registry.people")
                .permission(Code.SEE_PEOPLE)
                .from("""
                        registry.person p
                        left join registry.artisan a on a.person_id = p.id
                        left join registry.territory t on t.code = p.territory_code""")
                .where("p.merged_into is null")
                .key("p.id")
                .scope("p.territory_code = any(array(select registry.covered(:scope)))")
                .demonstration("p.demonstration")
                .link("/app/people/{key}")
                .columns(
                        Column.name("name", NAME)
                                .sort(
                                        "(case when '{lang}' = 'ar' then p.sort_name_ar else p.sort_name_latin end) collate {collation}")
                                .always(),
                        Column.code("number", "lpad(p.number::text, 6, '0')"),
                        Column.text("crafts", CRAFTS),
                        Column.text("territory", "t.name_{lang}").sort("t.name_{lang} collate {collation}"),
                        Column.phone("phone", "p.phone"),
                        Column.coded("category", kebab("a.category"), "registry.person.category"),
                        Column.status(
                                "status",
                                kebab("a.register_status"),
                                "registry.person.register-status",
                                Map.of("registered", Tone.OK, "applied", Tone.INFO, "suspended", Tone.BAD)),
                        Column.coded("role", ROLE, "registry.person.role").hidden(),
                        Column.code("register_number", "a.register_number").hidden(),
                        Column.code("identity", "p.identity_mask").hidden(),
                        Column.coded("sex", kebab("p.sex"), "registry.person.sex")
                                .hidden(),
                        Column.code("birth_year", "extract(year from p.birth_date)::int")
                                .sort("p.birth_date")
                                .hidden(),
                        Column.date("card_expires_on", "a.card_expires_on").hidden(),
                        Column.coded("cover", kebab("a.health_cover"), "registry.person.health-cover")
                                .hidden(),
                        Column.moment("registered_at", "p.registered_at")
                                .always()
                                .hidden())
                .filters(
                        Filter.text("q", FOUND, typed -> withLikely(index, typed)),
                        Filter.choice(
                                "craft",
                                "exists (select 1 from registry.artisan_craft ac where ac.person_id = p.id and ac.craft_code = any(array(select registry.crafts_of(:craft))))",
                                language -> FormChoices.craftOptions(crafts, language)),
                        Filter.territory(
                                "territory",
                                "p.territory_code = any(array(select registry.covered(array[:territory])))",
                                language -> FormChoices.placeOptions(territories, language)),
                        Filter.choice("is", """
                                case when :is = 'artisan' then a.person_id is not null
                                else exists (select from registry.person_role r where r.person_id = p.id and r.role = upper(:is)
                                    and coalesce(r.ended_on > :today, true)) end""", "registry.person.role", "artisan", "apprentice", "trainer", "manager"),
                        Filter.choice(
                                "category",
                                value("a.category", "category"),
                                "registry.person.category",
                                "artisan",
                                "maalem"),
                        Filter.choices(
                                "status",
                                "a.register_status in (select upper(replace(status, '-', '_')) from unnest(:status) as status)",
                                "registry.person.register-status",
                                "not-yet",
                                "applied",
                                "registered",
                                "suspended"),
                        Filter.choice("sex", value("p.sex", "sex"), "registry.person.sex", "female", "male"),
                        Filter.moments("registered", "p.registered_at"),
                        Filter.yesNo("demonstration", "p.demonstration"))
                .sort("name")
                .build();
    }

    /**
     * What was typed, then on a line of its own the people the search index thinks of, whatever the spelling or the script.
     * The list's own scope decides which of them are shown.
     */
    private static String withLikely(SearchIndex index, String typed) {
        var likely = index.find(new SearchQuery(typed, Set.of(Kind.PERSON), MOST_LIKELY), Scope.EVERYWHERE).stream()
                .map(it -> it.entry().subject().toString())
                .collect(Collectors.joining(","));
        return Writing.western(typed) + "\n" + likely;
    }

    private static String kebab(String column) {
        return "lower(replace(" + column + ", '_', '-'))";
    }

    private static String value(String column, String parameter) {
        return column + " = upper(replace(:" + parameter + ", '-', '_'))";
    }
}
