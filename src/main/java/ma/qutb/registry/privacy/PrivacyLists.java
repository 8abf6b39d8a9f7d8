package ma.qutb.registry.privacy;

import java.util.Map;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of data protection and their places in the menu. */
@Configuration
class PrivacyLists {

    @Bean
    RecordList privacyRequestList() {
        return RecordList.named("privacy_requests", "registry.privacy.list")
                .permission(Code.ANSWER_REQUESTS)
                .from("""
                        (select r.id, r.number, r.kind, r.channel, r.asker_name, r.received_at, r.due_on, p.territory_code as place,
                            case when r.state <> 'RECEIVED' then lower(r.state)
                                 when r.due_on < :today then 'overdue'
                                 else 'received' end as state
                         from registry.privacy_request r left join registry.person p on p.id = r.person_id) r""")
                .key("r.id")
                .scope("r.place is null or r.place = any(:scope)")
                .link("/app/privacy/requests/{key}")
                .columns(
                        Column.number("number", "r.number").always(),
                        Column.coded("kind", "lower(r.kind)", "registry.privacy.kind"),
                        Column.name("asker", "r.asker_name"),
                        Column.coded("channel", "lower(r.channel)", "registry.privacy.channel")
                                .hidden(),
                        Column.moment("received", "r.received_at").always(),
                        Column.date("due", "r.due_on").always(),
                        Column.status(
                                "state",
                                "r.state",
                                "registry.privacy.state",
                                Map.of("received", Tone.WARN, "overdue", Tone.BAD, "done", Tone.OK)))
                .filters(
                        Filter.choices(
                                "state",
                                "r.state = any(:state)",
                                "registry.privacy.state",
                                "overdue",
                                "received",
                                "done",
                                "refused"),
                        Filter.choices(
                                "kind",
                                "lower(r.kind) = any(:kind)",
                                "registry.privacy.kind",
                                "access",
                                "rectification",
                                "erasure",
                                "objection"))
                .sort("due")
                .build();
    }

    @Bean
    RecordList retentionList() {
        return RecordList.named("retention_due", "registry.retention.list")
                .permission(Code.RUN_RETENTION)
                .from("registry.retention_due d join registry.person p on p.id = d.id")
                .key("d.id")
                .scope("p.territory_code = any(:scope)")
                .link("/app/people/{key}")
                .columns(
                        Column.name("name", "p.sort_name_ar")
                                .under("p.sort_name_latin")
                                .sort("p.sort_name_ar collate {collation}"),
                        Column.number("number", "p.number").always(),
                        Column.coded("rule", "d.rule", "registry.privacy.term"),
                        Column.date("since", "d.since").always())
                .filters(Filter.choices(
                        "rule",
                        "d.rule = any(:rule)",
                        "registry.privacy.term",
                        "keep-after-withdrawal",
                        "keep-unused-record",
                        "keep-inactive-artisan"))
                .sort("since")
                .build();
    }

    @Bean
    MenuEntry privacyRequestsEntry() {
        return new MenuEntry(
                "menu.privacy",
                700,
                "menu.privacy-requests",
                "shield-check",
                "/app/privacy/requests",
                Code.ANSWER_REQUESTS);
    }

    @Bean
    MenuEntry anonymisationsEntry() {
        return new MenuEntry(
                "menu.privacy",
                710,
                "menu.anonymisations",
                "user-off",
                "/app/privacy/anonymisations",
                Code.ANONYMISE_PEOPLE);
    }

    @Bean
    MenuEntry retentionEntry() {
        return new MenuEntry(
                "menu.privacy", 720, "menu.retention", "hourglass", "/app/privacy/retention", Code.RUN_RETENTION);
    }
}
