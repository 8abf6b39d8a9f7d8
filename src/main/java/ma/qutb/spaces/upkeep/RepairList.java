package ma.qutb.spaces.upkeep;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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

/** The repairs of all units. */
@Configuration
class RepairList {

    private static final String PATH = "/app/spaces/repairs";

    @Bean
    MenuEntry repairsEntry() {
        return new MenuEntry("menu.spaces", 540, "menu.repairs", "tool", PATH, Code.SEE);
    }

    @Bean
    RecordList listOfRepairs() {
        return RecordList.named("repairs", "spaces.repairs")
                .permission(Code.SEE)
                .from("spaces.repair r join spaces.unit u on u.id = r.unit_id join spaces.site s on s.id = u.site_id")
                .key("u.id")
                .scope("s.territories && cast(:scope as text[])")
                .demonstration("s.demonstration")
                .link("/app/spaces/units/{key}/upkeep")
                .columns(
                        Column.text("what", "r.what"),
                        Column.code("number", "u.number").sort("u.number"),
                        Column.text("site", "s.name_{lang}").sort("s.name_{lang} collate {collation}"),
                        Column.yesNo("urgent", "r.urgent"),
                        Column.date("reported", "r.reported_on"),
                        Column.date("done", "r.done_on"),
                        Column.amount("cost", "r.cost"),
                        Column.status(
                                "state",
                                "r.state",
                                "spaces.repair.state",
                                Map.of("reported", Tone.WARN, "ordered", Tone.INFO, "done", Tone.OK)))
                .filters(
                        Filter.text("q", "r.what ilike '%' || :q || '%'", String::strip),
                        Filter.choices(
                                "state",
                                "r.state = any(:state)",
                                "spaces.repair.state",
                                "reported",
                                "ordered",
                                "done",
                                "dropped"),
                        Filter.yesNo("urgent", "r.urgent"))
                .sort("-reported")
                .build();
    }

    /** Shows it. */
    @Controller
    @PreAuthorize("hasAuthority('" + Code.SEE + "')")
    static class RepairsController {

        private final RecordList list;
        private final Lists lists;

        RepairsController(@Qualifier("listOfRepairs") RecordList list, Lists lists) {
            this.list = list;
            this.lists = lists;
        }

        @GetMapping(PATH)
        ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
            return new ModelAndView("spaces/upkeep/repairs").addObject("list", lists.open(list, request, response));
        }
    }
}
