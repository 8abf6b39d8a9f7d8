package ma.qutb.registry;

import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Permission;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.kernel.Role;
import ma.qutb.platform.StoredValue;
import ma.qutb.shell.Landing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the registry offers to the other modules' machinery: its permissions, menu entries and value types. */
@Configuration
class RegistryConfiguration {

    @Bean
    Permission.Catalogue registryPermissions() {
        return () -> EnumSet.allOf(RegistryPermission.class);
    }

    /** A registrar's day is the list of people. */
    @Bean
    @Order(20)
    Landing registrar() {
        return actor -> Optional.of("/app/people")
                .filter(it -> actor.roles().contains(Role.REGISTRAR) && actor.may(RegistryPermission.Code.SEE_PEOPLE));
    }

    @Bean
    StoredValue<PersonId, UUID> storedPersonId() {
        return new StoredValue<>(PersonId.class, UUID.class, PersonId::value, PersonId::new);
    }

    @Bean
    StoredValue<OrganisationId, UUID> storedOrganisationId() {
        return new StoredValue<>(OrganisationId.class, UUID.class, OrganisationId::value, OrganisationId::new);
    }

    @Bean
    StoredValue<TerritoryCode, String> storedTerritoryCode() {
        return new StoredValue<>(TerritoryCode.class, String.class, TerritoryCode::value, TerritoryCode::new);
    }

    @Bean
    StoredValue<CraftCode, String> storedCraftCode() {
        return new StoredValue<>(CraftCode.class, String.class, CraftCode::value, CraftCode::new);
    }

    @Bean
    StoredValue<PhoneNumber, String> storedPhoneNumber() {
        return new StoredValue<>(PhoneNumber.class, String.class, PhoneNumber::value, PhoneNumber::new);
    }
}
