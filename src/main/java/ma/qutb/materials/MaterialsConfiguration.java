package ma.qutb.materials;

import java.util.EnumSet;
import ma.qutb.kernel.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the module offers to the other modules' machinery. */
@Configuration
class MaterialsConfiguration {

    @Bean
    Permission.Catalogue materialsPermissions() {
        return () -> EnumSet.allOf(MaterialsPermission.class);
    }
}
