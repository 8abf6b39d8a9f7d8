package ma.qutb.spaces.meeting;

import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.spaces.SpacesPermission.Code;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of meetings. */
@Configuration
class MeetingList {

    static final String PATH = "/app/premises/meetings";

    @Bean
    MenuEntry meetingsEntry() {
        return new MenuEntry("menu.spaces", 562, "menu.meetings", "users", PATH, Code.SEE_PREMISES);
    }

    @Bean
    RecordList listOfMeetings() {
        return RecordList.named("meetings", "spaces.meetings")
                .permission(Code.SEE_PREMISES)
                .from("spaces.meeting m")
                .key("m.id")
                .scope("m.territories && cast(:scope as text[])")
                .demonstration("m.demonstration")
                .link(PATH + "/{key}")
                .columns(
                        Column.text("name", "coalesce(nullif(m.name_{lang}, ''), m.name_ar)")
                                .always(),
                        Column.date("held", "m.held_on"),
                        Column.number(
                                "decisions",
                                "(select count(*) from spaces.meeting_decision d where d.meeting_id = m.id)"),
                        Column.number(
                                "open",
                                "(select count(*) from spaces.meeting_decision d where d.meeting_id = m.id and d.done_on is null)"))
                .filters(
                        Filter.text("q", "m.name_ar || ' ' || m.name_fr ilike '%' || :q || '%'", String::strip),
                        Filter.period("held", "m.held_on"))
                .sort("-held")
                .build();
    }
}
