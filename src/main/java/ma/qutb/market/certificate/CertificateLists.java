package ma.qutb.market.certificate;

import java.util.Map;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Certificates, as a list of staff. */
@Configuration
class CertificateLists {

    @Bean
    MenuEntry certificatesEntry() {
        return new MenuEntry(
                "menu.market", 414, "menu.certificates", "certificate", "/app/certificates", Code.KEEP_CERTIFICATES);
    }

    @Bean
    RecordList certificateRecordList() {
        return RecordList.named("certificates", "market.certificates")
                .permission(Code.KEEP_CERTIFICATES)
                .from("market.certificate c")
                .key("c.id")
                .everywhere()
                .link("/app/certificates/{key}")
                .columns(
                        Column.coded("label", "c.label", "market.label").always(),
                        Column.text("name", "c.name").hidden(),
                        Column.code("number", "c.number").sort("c.number"),
                        Column.text("issuer", "c.issued_by"),
                        Column.date("from", "c.valid_from").sort("c.valid_from"),
                        Column.date("last", "c.valid_until - 1").sort("c.valid_until"),
                        Column.status(
                                "state", """
                                case when c.withdrawn_at is not null then 'withdrawn' when c.valid_until <= current_date then 'over'
                                    else 'valid' end""", "market.certificate.state", Map.of("valid", Tone.OK, "over", Tone.WARN)))
                .filters(
                        Filter.text(
                                "q",
                                "(c.number || ' ' || c.name || ' ' || c.issued_by) ilike '%' || :q || '%'",
                                String::strip),
                        Filter.choice(
                                "label",
                                "c.label = :label",
                                "market.label",
                                Label.codes().toArray(String[]::new)))
                .sort("-from")
                .build();
    }
}
