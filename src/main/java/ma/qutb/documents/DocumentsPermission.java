package ma.qutb.documents;

import java.util.Set;
import ma.qutb.kernel.Permission;
import ma.qutb.kernel.Role;

/** What staff may do with issued documents. */
enum DocumentsPermission implements Permission {
    SEE(
            "documents.see",
            Set.of(Role.ADMINISTRATOR, Role.DIRECTOR, Role.REGISTRAR, Role.TRAINING_MANAGER, Role.AUDITOR)),
    CANCEL("documents.cancel", Set.of(Role.ADMINISTRATOR, Role.DIRECTOR, Role.REGISTRAR));

    private final String code;
    private final Set<Role> roles;

    DocumentsPermission(String code, Set<Role> roles) {
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
