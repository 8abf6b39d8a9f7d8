package ma.qutb.materials.price;

import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.shell.MenuEntry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Prices in the menu, and where quotes come from. */
@Configuration
@EnableConfigurationProperties(QuoteSourceProperties.class)
class PriceConfiguration {

    @Bean
    MenuEntry pricesEntry() {
        return new MenuEntry("menu.materials", 340, "menu.prices", "chart-line", "/app/prices", Code.SEE_PRICES);
    }

    @Bean
    @ConditionalOnExpression("!'${qutb.materials.quote.url:}'.isEmpty()")
    QuoteSource httpQuoteSource(QuoteSourceProperties where, JsonMapper json) {
        return new HttpQuoteSource(where, json);
    }
}
