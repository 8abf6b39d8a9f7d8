package ma.qutb.spaces.lease;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ma.qutb.documents.DocumentKind;
import ma.qutb.kernel.Language;
import ma.qutb.registry.Crafts;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.Option;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import ma.qutb.spaces.SpacesPermission.Code;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leases as a list of staff, and their papers. */
@Configuration
@EnableConfigurationProperties(LeaseSettings.class)
class LeaseConfiguration {

    static final String LIST = "/app/spaces/leases";

    private static final String STATE =
            "spaces.lease_state(l.state, l.starts_on, l.ends_on, l.notice_on, l.end_kind, cast(:today as date))";
    private static final String NUMBER = "'L-' || lpad(l.number::text, 6, '0')";
    private static final String TENANT = "case '{lang}' when 'ar' then t.name_ar else t.name_latin end";

    @Bean
    DocumentKind leaseContractKind() {
        return PrintingContracts.KIND;
    }

    @Bean
    MenuEntry leasesEntry() {
        return new MenuEntry("menu.spaces", 522, "menu.leases", "signature", LIST, Code.SEE_LEASES);
    }

    private static Function<Language, List<Option>> options(Crafts crafts) {
        return language -> crafts.all().stream()
                .map(it -> Option.of(it.code().value(), it.name().in(language)))
                .toList();
    }

    @Bean
    RecordList listOfLeases(Crafts crafts) {
        return RecordList.named("leases", "spaces.leases")
                .permission(Code.SEE_LEASES)
                .from("""
                        spaces.lease l join spaces.tenant t on t.id = l.tenant_id join spaces.unit u on u.id = l.unit_id
                        join spaces.site s on s.id = u.site_id""")
                .key("l.id")
                .scope("s.territories && cast(:scope as text[])")
                .demonstration("t.demonstration or s.demonstration")
                .link(LIST + "/{key}")
                .columns(
                        Column.code("number", NUMBER).sort("l.number").always(),
                        Column.text("tenant", TENANT).sort(TENANT + " collate {collation}"),
                        Column.code("unit", "u.number").sort("u.number"),
                        Column.text("site", "s.name_{lang}").hidden(),
                        Column.date("from", "l.starts_on").sort("l.starts_on"),
                        Column.date("until", "l.ends_on - 1").sort("l.ends_on"),
                        Column.amount(
                                "rent",
                                "(select r.rent from spaces.lease_rent r where r.lease_id = l.id order by r.from_on desc limit 1)"),
                        Column.date("gone", "t.gone_on").hidden(),
                        Column.status(
                                "state",
                                STATE,
                                "spaces.lease.state",
                                Map.of(
                                        "running", Tone.OK,
                                        "signed", Tone.INFO,
                                        "draft", Tone.WARN,
                                        "printed", Tone.WARN,
                                        "tenant_signed", Tone.WARN,
                                        "notice", Tone.BAD)))
                .filters(
                        Filter.text(
                                "q",
                                "(" + NUMBER
                                        + " || ' ' || u.number || ' ' || t.name_ar || ' ' || t.name_latin) ilike '%' || :q || '%'",
                                String::strip),
                        Filter.choices(
                                "state",
                                STATE + " = any(:state)",
                                "spaces.lease.state",
                                "draft",
                                "printed",
                                "tenant_signed",
                                "signed",
                                "running",
                                "notice",
                                "ended",
                                "terminated",
                                "cancelled"),
                        Filter.choice("craft", "l.craft_code = :craft", options(crafts)),
                        Filter.period("until", "l.ends_on"),
                        Filter.yesNo("gone", "t.gone_on is not null"))
                .sort("-number")
                .build();
    }
}
