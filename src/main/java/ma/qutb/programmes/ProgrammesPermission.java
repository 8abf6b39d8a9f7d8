package ma.qutb.programmes;

import java.util.Set;
import ma.qutb.kernel.Permission;
import ma.qutb.kernel.Role;

/** What this module guards; the region's figures themselves are public. */
enum ProgrammesPermission implements Permission {
    SEE_DASHBOARD(
            "programmes.see-dashboard",
            Set.of(Role.DIRECTOR, Role.ADMINISTRATOR, Role.PROGRAMME_OFFICER, Role.FUNDER, Role.AUDITOR));

    private final String code;
    private final Set<Role> roles;

    ProgrammesPermission(String code, Set<Role> roles) {
        this.code = code;
        this.roles = roles;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }
}
