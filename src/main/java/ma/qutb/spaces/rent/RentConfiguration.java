package ma.qutb.spaces.rent;

import java.util.Map;
import ma.qutb.documents.DocumentKind;
import ma.qutb.ledger.EntryKind;
import ma.qutb.ledger.SourceKind;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import ma.qutb.spaces.SpacesPermission.Code;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Arrears as a list of staff, and what the ledger must know of rents. */
@Configuration
@EnableConfigurationProperties(RentSettings.class)
class RentConfiguration {

    static final String RENTS = "/app/spaces/rents";
    static final String ARREARS = "/app/spaces/arrears";

    private static final String TENANT = "case '{lang}' when 'ar' then t.name_ar else t.name_latin end";
    private static final String STATE = """
            (case when n.overdue = 0 then 'paid' when n.overdue <= n.planned then 'plan' when n.older > 0 then 'older'
                  when n.late90 > 0 then 'late90' else 'late30' end)""";

    @Bean
    MenuEntry rentsEntry() {
        return new MenuEntry("menu.spaces", 524, "menu.rents", "cash", RENTS, Code.SEE_LEASES);
    }

    @Bean
    MenuEntry arrearsEntry() {
        return new MenuEntry("menu.spaces", 526, "menu.rent-arrears", "alert-triangle", ARREARS, Code.SEE_LEASES);
    }

    @Bean
    SourceKind spacesLeaseSource() {
        return new SourceKind(PostingRents.SOURCE, "/app/spaces/leases/{id}/account");
    }

    @Bean
    EntryKind rentPosted() {
        return new EntryKind(PostingRents.RENT);
    }

    @Bean
    EntryKind leaseDepositPosted() {
        return new EntryKind(PostingRents.DEPOSIT);
    }

    @Bean
    EntryKind rentPaid() {
        return new EntryKind(TakingRents.PAYMENT);
    }

    @Bean
    EntryKind rentWaived() {
        return new EntryKind(WaivingRents.WAIVER);
    }

    @Bean
    EntryKind costsShared() {
        return new EntryKind(SharingCosts.CHARGES);
    }

    @Bean
    EntryKind leaseSettled() {
        return new EntryKind(HandingBack.SETTLEMENT);
    }

    @Bean
    DocumentKind rentReceiptKind() {
        return RentPapers.RECEIPT;
    }

    @Bean
    DocumentKind rentInvoiceKind() {
        return RentPapers.INVOICE;
    }

    @Bean
    DocumentKind rentReminderKind() {
        return RentPapers.REMINDER;
    }

    @Bean
    RecordList listOfArrears() {
        return RecordList.named("arrears", "spaces.arrears")
                .permission(Code.SEE_LEASES)
                .from("""
                        spaces.rent_standing(cast(:today as date)) n join spaces.lease l on l.id = n.lease_id
                        join spaces.tenant t on t.id = l.tenant_id join spaces.unit u on u.id = l.unit_id
                        join spaces.site s on s.id = u.site_id""")
                .key("l.id")
                .scope("s.territories && cast(:scope as text[])")
                .demonstration("t.demonstration or s.demonstration")
                .link("/app/spaces/leases/{key}/account")
                .columns(
                        Column.text("tenant", TENANT)
                                .sort(TENANT + " collate {collation}")
                                .always(),
                        Column.code("lease", "'L-' || lpad(l.number::text, 6, '0')")
                                .sort("l.number"),
                        Column.code("unit", "u.number").sort("u.number"),
                        Column.text("site", "s.name_{lang}").hidden(),
                        Column.amount("owed", "n.owed").sort("n.owed"),
                        Column.amount("late30", "n.late30").sort("n.late30"),
                        Column.amount("late90", "n.late90").sort("n.late90"),
                        Column.amount("older", "n.older").sort("n.older"),
                        Column.amount("overdue", "n.overdue").sort("n.overdue"),
                        Column.date("oldest", "n.oldest").sort("n.oldest"),
                        Column.status(
                                "state",
                                STATE,
                                "spaces.rent.arrears",
                                Map.of(
                                        "paid", Tone.OK, "plan", Tone.INFO, "late30", Tone.WARN, "late90", Tone.BAD,
                                        "older", Tone.BAD)))
                .filters(
                        Filter.text(
                                "q",
                                "(t.name_ar || ' ' || t.name_latin || ' ' || u.number || ' L-' || lpad(l.number::text, 6, '0')) ilike '%' || :q || '%'",
                                String::strip),
                        Filter.choices(
                                "state",
                                STATE + " = any(:state)",
                                "spaces.rent.arrears",
                                "late30",
                                "late90",
                                "older",
                                "plan",
                                "paid"))
                .sort("-overdue")
                .build();
    }
}
