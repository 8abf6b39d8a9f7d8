package ma.qutb.registry.importing;

import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the registrar finds the way in for lists. */
@Configuration
class ImportingConfiguration {

    @Bean
    MenuEntry importsMenu() {
        return new MenuEntry("menu.registry", 195, "menu.imports", "file-import", "/app/imports", Code.EDIT_PEOPLE);
    }
}
