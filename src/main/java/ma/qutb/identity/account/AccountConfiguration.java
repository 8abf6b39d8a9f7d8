package ma.qutb.identity.account;

import java.util.EnumSet;
import ma.qutb.identity.DemonstrationAccounts;
import ma.qutb.kernel.Permission;
import ma.qutb.platform.Filling;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What the accounts are made with. */
@Configuration
class AccountConfiguration {

    @Bean
    Permission.Catalogue identityPermissions() {
        return () -> EnumSet.allOf(IdentityPermission.class);
    }

    @Bean
    Filling demonstrationAccountsFilling(DemonstrationAccounts accounts) {
        return () -> {
            // Stands in the audit trail as the one who acted.
            try (var job = MDC.putCloseable("job", "demonstration")) {
                accounts.create();
            }
        };
    }

    /** Argon2id with 16 MiB and two passes, as OWASP advises. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }
}
