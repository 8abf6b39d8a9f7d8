package ma.qutb.market.payment;

import java.util.Map;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Payments and settlements, as lists of those who keep the pole's money. */
@Configuration
class PaymentLists {

    @Bean
    MenuEntry paymentsEntry() {
        return new MenuEntry("menu.market", 430, "menu.payments", "credit-card", "/app/payments", Code.SEE_PAYMENTS);
    }

    @Bean
    RecordList paymentRecordList() {
        return RecordList.named("payments", "market.payments")
                .permission(Code.SEE_PAYMENTS)
                .from("market.payment p")
                .key("p.id")
                .everywhere()
                .demonstration("p.demonstration")
                .link("/app/payments/{key}")
                .columns(
                        Column.code("number", "p.number").sort("p.number").always(),
                        Column.code("order", "p.order_number").sort("p.order_number"),
                        Column.coded("method", "p.method", "market.payment.method"),
                        Column.amount("amount", "p.amount").sort("p.amount"),
                        Column.moment("begun", "p.begun_at").sort("p.begun_at").always(),
                        Column.moment("settled", "p.settled_at").sort("p.settled_at"),
                        Column.code("reference", "coalesce(p.reference, '')").hidden(),
                        Column.moment("matched", "p.matched_at")
                                .sort("p.matched_at")
                                .hidden(),
                        Column.status(
                                "state",
                                "p.state",
                                "market.payment.state",
                                Map.of(
                                        "paid", Tone.OK,
                                        "pending", Tone.WARN,
                                        "refused", Tone.BAD,
                                        "refunded", Tone.INFO)))
                .filters(
                        Filter.text(
                                "q",
                                "(p.number || ' ' || coalesce(p.reference, '')) ilike '%' || :q || '%'",
                                String::strip),
                        Filter.choices(
                                "state",
                                "p.state = any (:state)",
                                "market.payment.state",
                                "pending",
                                "refused",
                                "paid",
                                "abandoned",
                                "refunded"),
                        Filter.choice("method", "p.method = :method", "market.payment.method", "card", "transfer"),
                        Filter.choice("look", """
                                case :look
                                when 'unmatched' then p.method = 'card' and p.state = 'paid' and p.matched_at is null
                                when 'late' then p.method = 'card' and p.state = 'paid' and p.matched_at is null
                                  and p.settled_at < cast(:today as date) - 7
                                else exists (select from market.payment_message m where m.payment_id = p.id
                                  and m.verdict in ('forged', 'amount', 'twice', 'closed', 'fault', 'unreadable')) end""", "market.payments.look", "unmatched", "late", "worrying"))
                .sort("-begun")
                .build();
    }

    @Bean
    RecordList settlementRecordList() {
        return RecordList.named("settlements", "market.settlements")
                .permission(Code.SEE_PAYMENTS)
                .from("""
                        market.settlement_line l
                        join market.settlement s on s.id = l.settlement_id
                        left join market.payment p on p.id = l.payment_id""")
                .key("l.id")
                .everywhere()
                .demonstration("coalesce(p.demonstration, false)")
                .columns(
                        Column.text("file", "s.file"),
                        Column.number("line", "l.line"),
                        Column.code("number", "l.number").sort("l.number"),
                        Column.code("reference", "l.reference"),
                        Column.amount("amount", "l.amount").sort("l.amount"),
                        Column.amount("fee", "l.fee"),
                        Column.moment("imported", "s.imported_at")
                                .sort("s.imported_at")
                                .always(),
                        Column.status(
                                "verdict",
                                "l.verdict",
                                "market.settlement.verdict",
                                Map.of(
                                        "matched", Tone.OK,
                                        "amount", Tone.BAD,
                                        "unknown", Tone.BAD,
                                        "unpaid", Tone.BAD,
                                        "twice", Tone.WARN)))
                .filters(
                        Filter.text("q", "l.number ilike '%' || :q || '%'", String::strip),
                        Filter.choices(
                                "verdict",
                                "l.verdict = any (:verdict)",
                                "market.settlement.verdict",
                                "matched",
                                "unknown",
                                "amount",
                                "unpaid",
                                "twice"))
                .sort("-imported")
                .build();
    }
}
