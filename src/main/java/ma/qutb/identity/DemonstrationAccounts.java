package ma.qutb.identity;

import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Role;

/** Accounts to try Qutb with, one per role, marked as demonstration. None exist unless {@code qutb.demo=true}. */
public interface DemonstrationAccounts {

    /**
     * Makes those that are missing; what exists stays as it is.
     *
     * @return all of them in the order of the roles; empty without {@code qutb.demo=true}
     */
    List<DemonstrationAccount> create();

    /** Makes the artisan's (or another role's) account that of a person of the registry. */
    void belongsTo(Role role, UUID person);

    /**
     * @param userName the role in Latin letters, for example {@code training-manager}
     * @param password as configured in {@code qutb.demo.password}
     */
    record DemonstrationAccount(Role role, String userName, String password) {}
}
