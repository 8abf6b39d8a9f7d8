package ma.qutb.registry.craft;

import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the crafts stand in the menu. */
@Configuration
class CraftConfiguration {

    @Bean
    MenuEntry craftsMenu() {
        return new MenuEntry("menu.registry", 140, "menu.crafts", "hammer", "/app/crafts", Code.SEE_CRAFTS);
    }
}
