package ma.qutb.programmes;

import java.util.EnumSet;
import java.util.Optional;
import ma.qutb.kernel.Permission;
import ma.qutb.kernel.Role;
import ma.qutb.shell.Landing;
import ma.qutb.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the module offers to the shell: permissions, menu entries, where a director and a registrar begin. */
@Configuration
class ProgrammesConfiguration {

    @Bean
    Permission.Catalogue programmesPermissions() {
        return () -> EnumSet.allOf(ProgrammesPermission.class);
    }

    @Bean
    MenuEntry dashboardMenu() {
        return new MenuEntry(
                "menu.region",
                10,
                "menu.dashboard",
                "layout-dashboard",
                "/app/dashboard",
                ProgrammesPermission.SEE_DASHBOARD.code());
    }

    @Bean
    @Order(10)
    Landing director() {
        return actor -> Optional.of("/app/dashboard")
                .filter(it -> actor.may(ProgrammesPermission.SEE_DASHBOARD.code()))
                .filter(it -> !actor.roles().contains(Role.REGISTRAR)
                        && !actor.roles().contains(Role.ADMINISTRATOR));
    }
}
