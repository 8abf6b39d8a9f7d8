package ma.qutb.market.pricing;

import ma.qutb.market.MarketPermission.Code;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the director set of prices, as lists. */
@Configuration
class PricingLists {

    @Bean
    MenuEntry ratesEntry() {
        return new MenuEntry("menu.market", 450, "menu.rates", "coins", "/app/rates", Code.SET_RATES);
    }

    @Bean
    MenuEntry sharesEntry() {
        return new MenuEntry("menu.market", 445, "menu.shares", "chart-pie", "/app/shares", Code.SET_SHARES);
    }

    @Bean
    RecordList exchangeRateRecordList() {
        return RecordList.named("rates", "market.rates")
                .permission(Code.SET_RATES)
                .from("market.exchange_rate r")
                .key("r.id")
                .everywhere()
                .demonstration("r.demonstration")
                .columns(
                        Column.date("day", "r.day").sort("r.day").always(),
                        Column.amount("eur", "r.eur").sort("r.eur"),
                        Column.amount("usd", "r.usd").sort("r.usd"),
                        Column.text("source", "r.source"),
                        Column.name("by", "r.entered_by_name"),
                        Column.moment("entered", "r.entered_at").sort("r.entered_at"))
                .filters(
                        Filter.text("q", "r.source ilike '%' || :q || '%'", String::strip),
                        Filter.period("day", "r.day"))
                .sort("-entered")
                .build();
    }
}
