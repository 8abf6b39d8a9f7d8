package ma.qutb.shell;

import java.util.Set;
import ma.qutb.kernel.Permission;
import ma.qutb.kernel.Role;

/** What the shell itself guards. */
enum ShellPermission implements Permission {
    SEE_STYLE("shell.see-style", Set.of(Role.ADMINISTRATOR, Role.DIRECTOR, Role.REGISTRAR));

    private final String code;
    private final Set<Role> roles;

    ShellPermission(String code, Set<Role> roles) {
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
