package ma.qutb.spaces.application;

import java.util.Map;
import java.util.stream.Stream;
import ma.qutb.registry.Crafts;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.Option;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.call.AskedPaper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The applications that were sent, to all calls. */
@Configuration
class ApplicationList {

    static final String PATH = "/app/spaces/applications";

    private static final String APPLICANT = """
        coalesce(registry.called(a.person_id, '{lang}' = 'ar'), registry.organisation_called(a.organisation_id, '{lang}' = 'ar'))""";
    private static final String CRAFT = "registry.craft_called(a.craft_code, '{lang}')";
    private static final String STATE =
            "(case when a.withdrawn_at is not null then 'withdrawn' when m.papers = '{}' then 'complete' else 'incomplete' end)";

    @Bean
    MenuEntry applicationsEntry() {
        return new MenuEntry("menu.spaces", 522, "menu.applications", "inbox", PATH, Code.SEE_APPLICATIONS);
    }

    @Bean
    MenuEntry applicationsDeskEntry() {
        return new MenuEntry(
                "menu.spaces",
                523,
                "menu.applications-desk",
                "clipboard-list",
                "/app/spaces/desk",
                Code.TAKE_APPLICATIONS);
    }

    @Bean
    RecordList listOfApplications(Crafts crafts) {
        return RecordList.named("applications", "spaces.applications")
                .permission(Code.SEE_APPLICATIONS)
                .from("""
                        spaces.application a join spaces.call c on c.id = a.call_id join spaces.site s on s.id = c.site_id
                        cross join lateral (select spaces.missing_papers(a.id) as papers) m""")
                .where("a.submitted_at is not null")
                .key("a.id")
                .scope("s.territories && cast(:scope as text[])")
                .demonstration("a.demonstration")
                .link(PATH + "/{key}")
                .columns(
                        Column.code("number", "a.number").sort("a.number").always(),
                        Column.name("applicant", APPLICANT).sort(APPLICANT + " collate {collation}"),
                        Column.coded("party", "a.party_kind", "spaces.call.party"),
                        Column.text("craft", CRAFT).sort(CRAFT + " collate {collation}"),
                        Column.code(
                                "wishes",
                                "(select string_agg(u.number, ' ' order by w.rank) from spaces.application_wish w join spaces.unit u on u.id = w.unit_id where w.application_id = a.id)"),
                        Column.moment("sent", "a.submitted_at").sort("a.submitted_at"),
                        Column.coded("missing", "array_to_string(m.papers, ', ')", "spaces.call.paper"),
                        Column.coded("groups", "array_to_string(a.groups, ', ')", "spaces.call.group")
                                .hidden(),
                        Column.yesNo("access", "a.needs_access").hidden(),
                        Column.status(
                                "state",
                                STATE,
                                "spaces.application.state",
                                Map.of("complete", Tone.OK, "incomplete", Tone.WARN)))
                .filters(
                        Filter.text(
                                "q",
                                "(a.number || ' ' || registry.called(a.person_id, true) ilike '%' || :q || '%' or registry.called(a.person_id, false) ilike '%' || :q || '%' or registry.organisation_called(a.organisation_id, true) ilike '%' || :q || '%' or registry.organisation_called(a.organisation_id, false) ilike '%' || :q || '%' or a.number ilike '%' || :q || '%')",
                                String::strip),
                        Filter.text("call", "c.number = :call", String::strip),
                        Filter.choices(
                                "state",
                                STATE + " = any(:state)",
                                "spaces.application.state",
                                "complete",
                                "incomplete",
                                "withdrawn"),
                        Filter.choices(
                                "craft",
                                "a.craft_code = any(:craft)",
                                language -> crafts.all().stream()
                                        .map(it -> Option.of(
                                                it.code().value(), it.name().in(language)))
                                        .toList()),
                        Filter.choices(
                                "party",
                                "a.party_kind = any(:party)",
                                "spaces.call.party",
                                "artisan",
                                "cooperative",
                                "enterprise"),
                        Filter.text(
                                "unit",
                                "exists (select from spaces.application_wish w join spaces.unit u on u.id = w.unit_id where w.application_id = a.id and u.number = upper(:unit))",
                                String::strip),
                        Filter.choices(
                                "missing",
                                "m.papers && cast(:missing as text[])",
                                "spaces.call.paper",
                                Stream.of(AskedPaper.values())
                                        .map(AskedPaper::code)
                                        .toArray(String[]::new)))
                .sort("number")
                .build();
    }
}
