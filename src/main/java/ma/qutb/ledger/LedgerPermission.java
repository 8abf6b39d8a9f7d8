package ma.qutb.ledger;

import java.util.Set;
import ma.qutb.kernel.Permission;
import ma.qutb.kernel.Role;

/** What people may do in the ledger itself; posting is guarded by the modules that post. */
public enum LedgerPermission implements Permission {
    /** Books, accounts, journal and statements within the scope of the role. */
    LEDGER_SEE(Code.SEE, Set.of(Role.ADMINISTRATOR, Role.DIRECTOR, Role.AUDITOR, Role.FUNDER, Role.PROGRAMME_OFFICER)),
    LEDGER_CLOSE(Code.CLOSE, Set.of(Role.ADMINISTRATOR, Role.DIRECTOR));

    /** The codes, for annotations. */
    public static final class Code {
        public static final String SEE = "ledger.see";
        public static final String CLOSE = "ledger.close";

        private Code() {}
    }

    private final String code;
    private final Set<Role> roles;

    LedgerPermission(String code, Set<Role> roles) {
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
