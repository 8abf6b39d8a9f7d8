package ma.qutb.market.payout;

import java.util.Map;
import ma.qutb.ledger.SourceKind;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Payouts as a list of staff, and where entries lead back to. */
@Configuration
class PayoutConfiguration {

    @Bean
    SourceKind payoutSource() {
        return new SourceKind(PayingOut.SOURCE, "/app/payouts/{id}");
    }

    @Bean
    MenuEntry payoutsEntry() {
        return new MenuEntry("menu.market", 440, "menu.payouts", "cash", "/app/payouts", Code.PAY_OUT);
    }

    @Bean
    RecordList payoutRecordList() {
        return RecordList.named("payouts", "market.payouts")
                .permission(Code.PAY_OUT)
                .from("market.payout p join market.maker k on k.id = p.maker_id")
                .key("p.id")
                .scope("k.territories && cast(:scope as text[])")
                .demonstration("p.demonstration")
                .link("/app/payouts/{key}")
                .columns(
                        Column.code("number", "'P-' || lpad(p.number::text, 6, '0')")
                                .sort("p.number")
                                .always(),
                        Column.text(
                                "maker",
                                "coalesce(case '{lang}' when 'ar' then k.name_ar else k.name_latin end, p.holder, '')"),
                        Column.date("until", "p.until").sort("p.until"),
                        Column.amount("earned", "p.earned").hidden(),
                        Column.amount("held", "p.held").hidden(),
                        Column.amount("net", "p.net").sort("p.net"),
                        Column.coded("method", "p.method", "market.payout.method"),
                        Column.date("paid", "p.paid_on").sort("p.paid_on"),
                        Column.status(
                                "state",
                                "p.state",
                                "market.payout.state",
                                Map.of("paid", Tone.OK, "pending", Tone.WARN, "cancelled", Tone.BAD)))
                .filters(
                        Filter.text(
                                "q",
                                "('P-' || lpad(p.number::text, 6, '0') || ' ' || coalesce(k.name_ar, '') || ' ' || coalesce(k.name_latin, '')) ilike '%' || :q || '%'",
                                String::strip),
                        Filter.choice(
                                "state", "p.state = :state", "market.payout.state", "pending", "paid", "cancelled"),
                        Filter.choice(
                                "method", "p.method = :method", "market.payout.method", "cash", "transfer", "offset"))
                .sort("-number")
                .build();
    }
}
