package ma.qutb.market.till;

import java.util.Map;
import ma.qutb.ledger.EntryKind;
import ma.qutb.ledger.SourceKind;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the hall's tills offer to the menu and the journal, and their days as lists. */
@Configuration
class HallTillLists {

    private static final String MEANS =
            "(case when s.card = 0 then 'cash' when s.cash = 0 then 'card' else 'mixed' end)";

    @Bean
    MenuEntry hallTillEntry() {
        return new MenuEntry("menu.market", 390, "menu.hall-till", "scan", "/app/till", Code.USE_TILL);
    }

    @Bean
    MenuEntry hallSalesEntry() {
        return new MenuEntry("menu.market", 391, "menu.hall-sales", "history", "/app/till-sales", Code.SEE_TILL);
    }

    @Bean
    MenuEntry hallDaysEntry() {
        return new MenuEntry("menu.market", 392, "menu.hall-days", "cash-register", "/app/till-days", Code.SEE_TILL);
    }

    @Bean
    EntryKind hallTillDifferenceKind() {
        return new EntryKind(TillEntries.DIFFERENCE);
    }

    @Bean
    EntryKind hallTillMovementKind() {
        return new EntryKind(TillEntries.MOVEMENT);
    }

    @Bean
    SourceKind hallSaleSource() {
        return new SourceKind(WritingTillSales.SOURCE, "/app/till/sales/{id}");
    }

    @Bean
    SourceKind hallTillDaySource() {
        return new SourceKind(TillEntries.SESSION, "/app/till/sessions/{id}");
    }

    @Bean
    RecordList hallSaleRecordList() {
        return RecordList.named("till_sales", "market.till-sales")
                .permission(Code.SEE_TILL)
                .from("""
                    market.till_sale s join market.till_session d on d.id = s.session_id join market.till t on t.id = d.till_id""")
                .key("s.id")
                .everywhere()
                .demonstration("s.demonstration")
                .link("/app/till/sales/{key}")
                .columns(
                        Column.code("number", "s.number").sort("s.number").always(),
                        Column.moment("sold", "s.sold_at").sort("s.sold_at").always(),
                        Column.number("pieces", "(select count(*) from market.till_line l where l.sale_id = s.id)"),
                        Column.amount("total", "s.total").sort("s.total").always(),
                        Column.coded("means", MEANS, "market.till.means"),
                        Column.amount("cash", "s.cash - s.change").hidden(),
                        Column.amount("card", "s.card").sort("s.card").hidden(),
                        Column.code("slip", "s.slip").hidden(),
                        Column.amount(
                                "returned",
                                "(select nullif(sum(r.amount), 0) from market.till_return r where r.sale_id = s.id)"),
                        Column.code("till", "t.name").sort("t.name"),
                        Column.name("seller", "s.sold_by_name"),
                        Column.moment("arrived", "s.arrived_at")
                                .sort("s.arrived_at")
                                .hidden())
                .filters(
                        Filter.text("q", """
                                (s.number || ' ' || s.slip || ' ' || s.sold_by_name) ilike '%' || :q || '%' or exists (select from market.till_line l
                                    where l.sale_id = s.id and l.serial ilike '%' || :q || '%')""", String::strip),
                        Filter.period("day", "s.sold_on"),
                        Filter.choice("means", MEANS + " = :means", "market.till.means", "cash", "card", "mixed"),
                        Filter.yesNo("device", "s.device is not null"),
                        Filter.yesNo("back", "exists (select from market.till_return r where r.sale_id = s.id)"))
                .sort("-sold")
                .build();
    }

    @Bean
    RecordList hallDayRecordList() {
        return RecordList.named("till_days", "market.till-days")
                .permission(Code.SEE_TILL)
                .from("market.till_session d join market.till t on t.id = d.till_id")
                .key("d.id")
                .everywhere()
                .demonstration("d.demonstration")
                .link("/app/till/sessions/{key}")
                .columns(
                        Column.moment("opened", "d.opened_at")
                                .sort("d.opened_at")
                                .always(),
                        Column.code("till", "t.name").sort("t.name"),
                        Column.status(
                                "state",
                                "d.state",
                                "market.till.state",
                                Map.of("open", Tone.OK, "counted", Tone.WARN, "closed", Tone.OFF)),
                        Column.number("sales", "(select count(*) from market.till_sale s where s.session_id = d.id)"),
                        Column.amount(
                                "total",
                                "(select coalesce(sum(s.total), 0) from market.till_sale s where s.session_id = d.id)"),
                        Column.amount(
                                "returned",
                                "(select nullif(sum(r.amount), 0) from market.till_return r where r.session_id = d.id)"),
                        Column.amount("difference", difference("MAD")),
                        Column.amount("eur", difference("EUR")).hidden(),
                        Column.amount("usd", difference("USD")).hidden(),
                        Column.yesNo("waits", WAITS),
                        Column.name("opener", "d.opened_by_name").hidden(),
                        Column.name("closer", "d.closed_by_name"),
                        Column.moment("closed", "d.closed_at").sort("d.closed_at"))
                .filters(
                        Filter.text(
                                "q",
                                "(t.name || ' ' || d.opened_by_name || ' ' || coalesce(d.closed_by_name, '')) ilike '%' || :q || '%'",
                                String::strip),
                        Filter.choices(
                                "state", "d.state = any (:state)", "market.till.state", "open", "counted", "closed"),
                        Filter.moments("opened", "d.opened_at"),
                        Filter.yesNo("waits", WAITS))
                .sort("-opened")
                .build();
    }

    private static final String WAITS =
            "exists (select from market.till_difference f where f.session_id = d.id and f.approved_at is null)";

    private static String difference(String currency) {
        return "(select nullif(sum(c.counted - c.expected), 0) from market.till_count c where c.session_id = d.id"
                + " and c.moment = 'closing' and c.currency = '" + currency + "')";
    }

    @Bean
    RecordList hallMovementRecordList() {
        return RecordList.named("till_movements", "market.till-movements")
                .permission(Code.SEE_TILL)
                .from("""
                    market.till_movement m join market.till_session d on d.id = m.session_id join market.till t on t.id = d.till_id""")
                .key("m.session_id")
                .everywhere()
                .demonstration("d.demonstration")
                .link("/app/till/sessions/{key}")
                .columns(
                        Column.moment("moved", "m.moved_at").sort("m.moved_at").always(),
                        Column.coded("kind", "m.kind", "market.till.kind"),
                        Column.amount("amount", "m.amount").sort("m.amount").always(),
                        Column.code("currency", "m.currency"),
                        Column.amount("dirhams", "m.dirhams"),
                        Column.text("reason", "m.reason"),
                        Column.code("till", "t.name").sort("t.name"),
                        Column.name("by", "m.moved_by_name"))
                .filters(
                        Filter.text("q", "m.reason ilike '%' || :q || '%'", String::strip),
                        Filter.choice("kind", "m.kind = :kind", "market.till.kind", "float", "in", "out", "deposit"),
                        Filter.choice(
                                "currency", "m.currency = :currency", "market.till.currency", "MAD", "EUR", "USD"),
                        Filter.moments("moved", "m.moved_at"))
                .sort("-moved")
                .build();
    }
}
