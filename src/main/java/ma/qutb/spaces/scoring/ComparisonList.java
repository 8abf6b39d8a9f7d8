package ma.qutb.spaces.scoring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import ma.qutb.documents.DocumentKind;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.call.Call;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the sheets came to, application by application; there is nothing to see before they are compared. */
@Configuration
class ComparisonList {

    private static final String PATH = "/app/spaces/scores";

    static String of(Call call) {
        return PATH + "?call=" + call.called();
    }

    @Bean
    DocumentKind committeeMinutesKind() {
        return IssuingMinutes.KIND;
    }

    @Bean
    RecordList listOfComparisons() {
        return RecordList.named("comparisons", "spaces.comparisons")
                .permission(Code.SEE_SCORES)
                .from("""
                        spaces.comparison x join spaces.application a on a.id = x.application_id join spaces.call c on c.id = x.call_id
                        join spaces.site s on s.id = c.site_id join spaces.committee k on k.call_id = c.id
                        left join spaces.discussion d on d.application_id = x.application_id""")
                .key("c.id || '/committee/talks/' || a.id")
                .scope("s.territories && cast(:scope as text[])")
                .demonstration("c.demonstration")
                .link("/app/spaces/calls/{key}")
                .columns(
                        Column.code("number", "a.number").sort("a.number"),
                        Column.number("members", "x.members"),
                        Column.code("average", "to_char(x.average / 1000.0, 'FM990.000')")
                                .sort("x.average"),
                        Column.code("spread", "to_char(x.spread / 1000.0, 'FM990.000')")
                                .sort("x.spread"),
                        Column.yesNo("far", "x.spread > k.spread_points * 1000 or x.members = 0"),
                        Column.number("agreed", "d.agreed"),
                        Column.text("words", "d.words"))
                .filters(
                        Filter.text("call", "c.number = :call", String::strip),
                        Filter.text("q", "a.number like '%' || :q || '%'", String::strip),
                        Filter.yesNo("far", "x.spread > k.spread_points * 1000 or x.members = 0"),
                        Filter.yesNo(
                                "open", "(x.spread > k.spread_points * 1000 or x.members = 0) and d.words is null"))
                .sort("-average")
                .build();
    }

    /** Shows it. */
    @Controller
    @PreAuthorize("hasAuthority('" + Code.SEE_SCORES + "')")
    static class ComparisonsController {

        private final RecordList list;
        private final Lists lists;

        ComparisonsController(@Qualifier("listOfComparisons") RecordList list, Lists lists) {
            this.list = list;
            this.lists = lists;
        }

        @GetMapping(PATH)
        ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
            return new ModelAndView("spaces/scoring/comparisons")
                    .addObject("list", lists.open(list, request, response));
        }
    }
}
