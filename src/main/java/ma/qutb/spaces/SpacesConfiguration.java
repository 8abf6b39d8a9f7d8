package ma.qutb.spaces;

import java.util.EnumSet;
import ma.qutb.kernel.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the module offers to the other modules' machinery. */
@Configuration
class SpacesConfiguration {

    @Bean
    Permission.Catalogue spacesPermissions() {
        return () -> EnumSet.allOf(SpacesPermission.class);
    }
}
