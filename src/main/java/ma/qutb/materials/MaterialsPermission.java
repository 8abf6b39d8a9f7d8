package ma.qutb.materials;

import static ma.qutb.kernel.Role.ADMINISTRATOR;
import static ma.qutb.kernel.Role.AUDITOR;
import static ma.qutb.kernel.Role.DIRECTOR;
import static ma.qutb.kernel.Role.FUNDER;
import static ma.qutb.kernel.Role.PROGRAMME_OFFICER;
import static ma.qutb.kernel.Role.SALE_POINT_CLERK;

import java.util.Set;
import ma.qutb.kernel.Permission;
import ma.qutb.kernel.Role;

/** What this module guards, each for the places of the role's scope. */
public enum MaterialsPermission implements Permission {
    /** Points, lots, orders and movements. */
    SEE(Code.SEE, ADMINISTRATOR, DIRECTOR, PROGRAMME_OFFICER, SALE_POINT_CLERK, FUNDER, AUDITOR),
    MANAGE_POINTS(Code.MANAGE_POINTS, ADMINISTRATOR, DIRECTOR),
    /** Orders and receipts. */
    RECEIVE(Code.RECEIVE, DIRECTOR, SALE_POINT_CLERK),
    /** Invoices and payments of suppliers. */
    PAY(Code.PAY, DIRECTOR),
    /** Melting, parting, moving to another point. */
    TRANSFORM(Code.TRANSFORM, DIRECTOR, SALE_POINT_CLERK),
    /** Losses, thefts, errors. */
    WRITE_OFF(Code.WRITE_OFF, DIRECTOR),
    SELL(Code.SELL, SALE_POINT_CLERK),
    /** What needs a second person: below the floor, differences of a till. */
    APPROVE(Code.APPROVE, DIRECTOR),
    SEE_PRICES(Code.SEE_PRICES, ADMINISTRATOR, DIRECTOR, PROGRAMME_OFFICER, SALE_POINT_CLERK, FUNDER, AUDITOR),
    SET_PRICES(Code.SET_PRICES, DIRECTOR),
    KEEP_TILL(Code.KEEP_TILL, SALE_POINT_CLERK),
    GRANT_CREDIT(Code.GRANT_CREDIT, DIRECTOR),
    COUNT(Code.COUNT, SALE_POINT_CLERK, DIRECTOR),
    APPROVE_COUNT(Code.APPROVE_COUNT, DIRECTOR),
    SEE_FUND(Code.SEE_FUND, ADMINISTRATOR, DIRECTOR, PROGRAMME_OFFICER, FUNDER, AUDITOR),
    MANAGE_FUND(Code.MANAGE_FUND, ADMINISTRATOR, DIRECTOR);

    private final String code;
    private final Set<Role> roles;

    MaterialsPermission(String code, Role... roles) {
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

    /** The codes as constants, for annotations. */
    public static final class Code {
        public static final String SEE = "materials.see";
        public static final String MANAGE_POINTS = "materials.manage-points";
        public static final String RECEIVE = "materials.receive";
        public static final String PAY = "materials.pay";
        public static final String TRANSFORM = "materials.transform";
        public static final String WRITE_OFF = "materials.write-off";
        public static final String SELL = "materials.sell";
        public static final String APPROVE = "materials.approve";
        public static final String SEE_PRICES = "materials.see-prices";
        public static final String SET_PRICES = "materials.set-prices";
        public static final String KEEP_TILL = "materials.keep-till";
        public static final String GRANT_CREDIT = "materials.grant-credit";
        public static final String COUNT = "materials.count";
        public static final String APPROVE_COUNT = "materials.approve-count";
        public static final String SEE_FUND = "materials.see-fund";
        public static final String MANAGE_FUND = "materials.manage-fund";

        private Code() {}
    }
}
