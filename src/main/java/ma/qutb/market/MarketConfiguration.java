package ma.qutb.market;

import java.util.EnumSet;
import ma.qutb.kernel.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the module offers to the other modules' machinery. */
@Configuration
class MarketConfiguration {

    @Bean
    Permission.Catalogue marketPermissions() {
        return () -> EnumSet.allOf(MarketPermission.class);
    }
}
