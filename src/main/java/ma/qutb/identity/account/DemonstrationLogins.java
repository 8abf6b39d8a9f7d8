package ma.qutb.identity.account;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ma.qutb.identity.DemonstrationAccounts.DemonstrationAccount;
import ma.qutb.kernel.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which accounts there are to try Qutb with. */
@Component
public class DemonstrationLogins {

    private final boolean wanted;
    private final String password;

    DemonstrationLogins(
            @Value("${qutb.demo:false}") boolean wanted, @Value("${qutb.demo.password:qutb-demo}") String password) {
        this.wanted = wanted;
        this.password = password;
    }

    /** One of each role in the order of the roles; none without {@code qutb.demo=true}. */
    public List<DemonstrationAccount> all() {
        return wanted
                ? Arrays.stream(Role.values())
                        .map(role -> new DemonstrationAccount(role, userName(role), password))
                        .toList()
                : List.of();
    }

    static String userName(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
