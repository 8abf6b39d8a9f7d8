package ma.qutb.market.invoice;

import java.util.Map;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Invoices and exports, as lists of those who keep the books. */
@Configuration
class InvoiceLists {

    @Bean
    MenuEntry invoicesEntry() {
        return new MenuEntry("menu.market", 440, "menu.invoices", "receipt", "/app/invoices", Code.SEE_INVOICES);
    }

    @Bean
    RecordList invoiceRecordList() {
        return RecordList.named("invoices", "market.invoices")
                .permission(Code.SEE_INVOICES)
                .from("market.invoice i")
                .key("i.id")
                .everywhere()
                .demonstration("i.demonstration")
                .link("/app/invoices/{key}")
                .columns(
                        Column.code("number", "i.number").sort("i.number").always(),
                        Column.status(
                                "kind",
                                "i.kind",
                                "market.invoice.kind",
                                Map.of("invoice", Tone.OK, "credit_note", Tone.WARN)),
                        Column.code("order", "i.sale_number").sort("i.sale_number"),
                        Column.name("buyer", "i.buyer ->> 'name'"),
                        Column.date("day", "i.issued_on"),
                        Column.amount("total", "i.total").sort("i.total"),
                        Column.amount("tax", "i.tax"),
                        Column.amount(
                                        "aside",
                                        "(select sum(l.tax_aside) from market.invoice_line l where l.invoice_id = i.id)")
                                .hidden(),
                        Column.code("country", "i.country").sort("i.country").hidden(),
                        Column.moment("issued", "i.issued_at")
                                .sort("i.issued_at")
                                .always()
                                .hidden())
                .filters(
                        Filter.text(
                                "q",
                                "(i.number || ' ' || i.sale_number || ' ' || (i.buyer ->> 'name')) ilike '%' || :q || '%'",
                                String::strip),
                        Filter.choice("kind", "i.kind = :kind", "market.invoice.kind", "invoice", "credit_note"),
                        Filter.period("day", "i.issued_on"),
                        Filter.yesNo("abroad", "i.country <> 'MA'"))
                .sort("-issued")
                .build();
    }

    @Bean
    RecordList exportRecordList() {
        return RecordList.named("exports", "market.exports")
                .permission(Code.SEE_INVOICES)
                .from("market.export e")
                .key("e.sale_id")
                .everywhere()
                .demonstration("e.demonstration")
                .link("/app/exports/{key}")
                .columns(
                        Column.code("number", "e.number").sort("e.number").always(),
                        Column.code("country", "e.country").sort("e.country"),
                        Column.date("exported", "e.exported_on"),
                        Column.amount("amount", "e.amount").sort("e.amount"),
                        Column.date("due", "e.due_on").always(),
                        Column.date("repatriated", "e.repatriated_on"),
                        Column.status(
                                "state",
                                STATE,
                                "market.export.state",
                                Map.of("home", Tone.OK, "due", Tone.INFO, "soon", Tone.WARN, "late", Tone.BAD)))
                .filters(
                        Filter.text("q", "e.number ilike '%' || :q || '%'", String::strip),
                        Filter.choices(
                                "state",
                                STATE + " = any (:state)",
                                "market.export.state",
                                "late",
                                "soon",
                                "due",
                                "home"))
                .sort("due")
                .build();
    }

    /** A month ahead is soon. */
    private static final String STATE = """
        (case when e.repatriated_on is not null or e.amount = 0 then 'home'
              when e.due_on < cast(:today as date) then 'late'
              when e.due_on < cast(:today as date) + 30 then 'soon' else 'due' end)""";
}
