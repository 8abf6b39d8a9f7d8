package ma.qutb.registry.territory;

import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the territories stand in the menu. */
@Configuration
class TerritoryConfiguration {

    @Bean
    MenuEntry territoriesMenu() {
        return new MenuEntry(
                "menu.registry", 150, "menu.territories", "map-2", "/app/territories", Code.SEE_TERRITORIES);
    }
}
