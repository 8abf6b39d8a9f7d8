package ma.qutb.identity.audit;

import java.util.Map;
import ma.qutb.identity.AuditTrail;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.ExportAudit;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AuditConfiguration {

    static final String PERMISSION = "identity.see-audit";

    @Bean
    MenuEntry auditMenu() {
        return new MenuEntry("menu.settings", 930, "menu.audit", "history", "/app/audit", PERMISSION);
    }

    @Bean
    ExportAudit exportAudit(AuditTrail trail) {
        return (actor, list, format, question) ->
                trail.record("export", "list", list, Map.of("format", format, "question", question));
    }

    @Bean
    RecordList auditList(AuditSubjects subjects) {
        return RecordList.named("audit", "audit")
                .permission(PERMISSION)
                .from("identity.audit_entry e left join identity.account a on a.id::text = e.actor")
                .key("e.id")
                .everywhere()
                .link("/app/audit/{key}")
                .columns(
                        Column.moment("at", "e.happened_at").sort("e.id").always(),
                        Column.name("actor", "coalesce(a.display_name, e.actor)")
                                .under("a.user_name"),
                        Column.coded("action", "e.action", "audit.action"),
                        Column.coded("subject", "e.subject", "audit.subject"),
                        Column.code("record", "e.subject_id").hidden(),
                        Column.coded("fields", """
                                array_to_string(array(select k from jsonb_object_keys(e.after) as k
                                    where e.action <> 'insert' and k <> 'version'), ', ')""", "audit.field"),
                        Column.code("address", "e.address").hidden(),
                        Column.code("request", "e.request").hidden())
                .filters(
                        Filter.text(
                                "user",
                                "(a.display_name ilike '%' || :user || '%' or a.user_name = :user or e.actor = :user)",
                                String::strip),
                        Filter.choice("subject", "e.subject = :subject", subjects::options),
                        Filter.choice("action", "e.action = :action", subjects::actions),
                        Filter.text("record", "e.subject_id = :record", String::strip),
                        Filter.moments("period", "e.happened_at"),
                        Filter.text("request", "e.request = :request", String::strip))
                .sort("-at")
                .build();
    }
}
