package ma.qutb.identity.signin;

import java.util.Locale;
import java.util.Set;
import ma.qutb.kernel.Role;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether the pole asks for codes: {@code qutb.sign-in.second-factor=optional|required} for all staff roles, {@code
 * qutb.sign-in.second-factor.administrator=…} for one. Never of artisans, whose phone is all they have.
 */
@Component
class SecondFactorRule {

    private static final String SETTING = "qutb.sign-in.second-factor";

    private final Environment settings;

    SecondFactorRule(Environment settings) {
        this.settings = settings;
    }

    boolean requires(Set<Role> roles) {
        return roles.stream().filter(Role::staff).anyMatch(this::requires);
    }

    private boolean requires(Role role) {
        var name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return settings.getProperty(SETTING + "." + name, settings.getProperty(SETTING, "optional"))
                .equals("required");
    }
}
