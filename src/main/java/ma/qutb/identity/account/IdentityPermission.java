package ma.qutb.identity.account;

import static ma.qutb.kernel.Role.ADMINISTRATOR;
import static ma.qutb.kernel.Role.AUDITOR;
import static ma.qutb.kernel.Role.DIRECTOR;

import java.util.Set;
import ma.qutb.kernel.Permission;
import ma.qutb.kernel.Role;

/** What this module guards. */
enum IdentityPermission implements Permission {
    MANAGE_ACCOUNTS("identity.manage-accounts", ADMINISTRATOR),
    SEE_ACCOUNTS("identity.see-accounts", ADMINISTRATOR, DIRECTOR, AUDITOR),
    SEE_PERMISSIONS("identity.see-permissions", ADMINISTRATOR, DIRECTOR, AUDITOR),
    SEE_AUDIT("identity.see-audit", AUDITOR, ADMINISTRATOR),
    SEE_METRICS("identity.see-metrics", ADMINISTRATOR);

    private final String code;
    private final Set<Role> roles;

    IdentityPermission(String code, Role... roles) {
        this.code = code;
        this.roles = Set.of(roles);
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
