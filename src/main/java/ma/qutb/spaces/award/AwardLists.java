package ma.qutb.spaces.award;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import ma.qutb.documents.DocumentKind;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import ma.qutb.spaces.SpacesPermission.Code;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** All applications that came out of a published result, and all appeals. */
@Configuration
class AwardLists {

    static final String RESULTS = "/app/spaces/results";
    static final String APPEALS = "/app/spaces/appeals";

    private static final String OUTCOME = """
            case when o.state is not null then o.state when p.unit_id is not null then 'given' when t.position is not null then 'waiting' else 'none' end""";

    @Bean
    DocumentKind awardLetterKind() {
        return IssuingLetters.KIND;
    }

    @Bean
    MenuEntry resultsEntry() {
        return new MenuEntry("menu.spaces", 556, "menu.results", "list-check", RESULTS, Code.SEE_AWARDS);
    }

    @Bean
    RecordList listOfResults() {
        return RecordList.named("results", "spaces.results")
                .permission(Code.SEE_AWARDS)
                .from("""
                        spaces.standing t join spaces.allocation_run r on r.id = t.run_id join spaces.application a on a.id = t.application_id
                        join spaces.call c on c.id = a.call_id join spaces.site s on s.id = c.site_id
                        left join spaces.placement p on p.run_id = t.run_id and p.application_id = a.id
                        left join lateral (select state, unit_id from spaces.offer where application_id = a.id order by made_at desc limit 1) o on true
                        left join spaces.unit u on u.id = coalesce(o.unit_id, p.unit_id)""")
                .where("""
                        r.published_at is not null and not exists (select from spaces.allocation_run l
                            where l.call_id = r.call_id and l.published_at is not null and l.sequence > r.sequence)""")
                .key("a.id")
                .scope("s.territories && cast(:scope as text[])")
                .demonstration("c.demonstration")
                .link(RESULTS + "/{key}")
                .columns(
                        Column.code("number", "a.number").sort("a.number"),
                        Column.code("unit", "u.number").sort("u.number"),
                        Column.status(
                                "outcome",
                                OUTCOME,
                                "spaces.results.outcome",
                                Map.of("accepted", Tone.OK, "open", Tone.WARN, "given", Tone.INFO)),
                        Column.code("score", "to_char(t.score / 1000.0, 'FM990.000')")
                                .sort("t.score"),
                        Column.number("place", "t.place"),
                        Column.number("position", "t.position"))
                .filters(
                        Filter.text("call", "c.number = :call", String::strip),
                        Filter.text("q", "a.number like '%' || :q || '%'", String::strip),
                        Filter.choices(
                                "outcome",
                                OUTCOME + " = any(:outcome)",
                                "spaces.results.outcome",
                                "given",
                                "open",
                                "accepted",
                                "declined",
                                "expired",
                                "waiting",
                                "none"))
                .sort("-score")
                .build();
    }

    @Bean
    RecordList listOfAppeals() {
        return RecordList.named("appeals", "spaces.appeals")
                .permission(Code.SEE_AWARDS)
                .from("""
                        spaces.appeal p join spaces.application a on a.id = p.application_id join spaces.call c on c.id = p.call_id
                        join spaces.site s on s.id = c.site_id""")
                .key("p.id")
                .scope("s.territories && cast(:scope as text[])")
                .demonstration("c.demonstration")
                .link(APPEALS + "/{key}")
                .columns(
                        Column.code("number", "a.number").sort("a.number"),
                        Column.coded("ground", "p.ground", "spaces.appeal.ground"),
                        Column.moment("made", "p.made_at"),
                        Column.status(
                                "remedy",
                                "coalesce(p.remedy, 'open')",
                                "spaces.appeal.remedy",
                                Map.of("open", Tone.WARN, "new_run", Tone.OK, "head", Tone.OK)))
                .filters(
                        Filter.text("q", "a.number like '%' || :q || '%'", String::strip),
                        Filter.yesNo("open", "p.decided_at is null"))
                .sort("-made")
                .build();
    }

    /** Shows them. */
    @Controller
    @PreAuthorize("hasAuthority('" + Code.SEE_AWARDS + "')")
    static class AwardListsController {

        private final RecordList results;
        private final RecordList appeals;
        private final Lists lists;

        AwardListsController(
                @Qualifier("listOfResults") RecordList results,
                @Qualifier("listOfAppeals") RecordList appeals,
                Lists lists) {
            this.results = results;
            this.appeals = appeals;
            this.lists = lists;
        }

        @GetMapping(RESULTS)
        ModelAndView results(HttpServletRequest request, HttpServletResponse response) {
            return new ModelAndView("spaces/award/results").addObject("list", lists.open(results, request, response));
        }

        @GetMapping(APPEALS)
        ModelAndView appeals(HttpServletRequest request, HttpServletResponse response) {
            return new ModelAndView("spaces/award/results").addObject("list", lists.open(appeals, request, response));
        }
    }
}
