package ma.qutb.registry.duplicates;

import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DuplicatesConfiguration {

    @Bean
    MenuEntry duplicatesInMenu() {
        return new MenuEntry(
                "menu.registry", 115, "menu.duplicates", "arrow-merge", "/app/duplicates", Code.EDIT_PEOPLE);
    }
}
