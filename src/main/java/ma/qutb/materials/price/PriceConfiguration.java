package ma.qutb.materials.price;

import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.shell.MenuEntry;
import org.jspecify.annotations.Nullable;
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

    /** Decided at the start, not by a condition: which beans there are is worked out when Qutb is built. */
    @Bean
    @Nullable
    QuoteSource httpQuoteSource(QuoteSourceProperties where, JsonMapper json) {
        return where.url().isEmpty() ? null : new HttpQuoteSource(where, json);
    }
}
