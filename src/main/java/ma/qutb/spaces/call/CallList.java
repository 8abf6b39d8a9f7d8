package ma.qutb.spaces.call;

import java.util.Map;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import ma.qutb.spaces.SpacesPermission.Code;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calls of all sites, drafts too. */
@Configuration
class CallList {

    private static final String STATE = """
        (case when c.cancelled_at is not null then 'cancelled' when c.settled_at is not null then 'settled'
              when c.published_at is not null then 'published' else 'draft' end)""";

    @Bean
    MenuEntry callsEntry() {
        return new MenuEntry("menu.spaces", 521, "menu.calls", "speakerphone", CallPage.LIST, Code.SEE);
    }

    @Bean
    RecordList listOfCalls() {
        return RecordList.named("calls", "spaces.calls")
                .permission(Code.SEE)
                .from("spaces.call c join spaces.site s on s.id = c.site_id")
                .key("c.id")
                .scope("s.territories && cast(:scope as text[])")
                .demonstration("c.demonstration")
                .link(CallPage.LIST + "/{key}")
                .columns(
                        Column.code("number", "c.number").sort("c.number"),
                        Column.text("site", "s.name_{lang}").sort("s.name_{lang} collate {collation}"),
                        Column.number("units", "(select count(*) from spaces.call_unit u where u.call_id = c.id)"),
                        Column.moment("opens", "c.opens_at").sort("c.opens_at").always(),
                        Column.moment("closes", "c.closes_at")
                                .sort("c.closes_at")
                                .always(),
                        Column.number(
                                "applications",
                                "(select count(*) from spaces.application a where a.call_id = c.id and a.submitted_at is not null)"),
                        Column.status(
                                "state",
                                STATE,
                                "spaces.call.state",
                                Map.of("published", Tone.OK, "cancelled", Tone.BAD, "draft", Tone.WARN)))
                .filters(
                        Filter.text("q", "c.number ilike '%' || :q || '%'", String::strip),
                        Filter.choices(
                                "state",
                                STATE + " = any(:state)",
                                "spaces.call.state",
                                "draft",
                                "published",
                                "settled",
                                "cancelled"),
                        Filter.moments("closes", "c.closes_at"))
                .sort("-closes")
                .build();
    }
}
