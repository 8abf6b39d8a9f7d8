package ma.qutb.registry.organisation;

import ma.qutb.platform.StoredValue;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Menu entries and value types of this feature. */
@Configuration
class OrganisationConfiguration {

    @Bean
    StoredValue<Ice, String> storedIce() {
        return new StoredValue<>(Ice.class, String.class, Ice::value, Ice::new);
    }

    @Bean
    MenuEntry organisationsMenu() {
        return new MenuEntry(
                "menu.registry",
                110,
                "menu.organisations",
                "building-community",
                "/app/organisations",
                Code.SEE_ORGANISATIONS);
    }

    @Bean
    MenuEntry formationMenu() {
        return new MenuEntry(
                "menu.registry",
                120,
                "menu.formation",
                "route",
                "/app/organisations/formation",
                Code.SEE_ORGANISATIONS);
    }
}
