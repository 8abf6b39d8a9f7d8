package ma.qutb.market;

import static ma.qutb.kernel.Role.ADMINISTRATOR;
import static ma.qutb.kernel.Role.ARTISAN;
import static ma.qutb.kernel.Role.AUDITOR;
import static ma.qutb.kernel.Role.DIRECTOR;
import static ma.qutb.kernel.Role.FUNDER;
import static ma.qutb.kernel.Role.HALL_SELLER;
import static ma.qutb.kernel.Role.PROGRAMME_OFFICER;

import java.util.Set;
import ma.qutb.kernel.Permission;
import ma.qutb.kernel.Role;

/** What this module guards, each for the places of the role's scope. */
public enum MarketPermission implements Permission {
    /** Products, pieces and where they lie. */
    SEE(Code.SEE, ADMINISTRATOR, DIRECTOR, HALL_SELLER, PROGRAMME_OFFICER, FUNDER, AUDITOR),
    /** A maker's own pieces, from the telephone. */
    OFFER(Code.OFFER, ARTISAN),
    /** Offering for a maker who comes to the hall. */
    ENTER(Code.ENTER, DIRECTOR, HALL_SELLER),
    /** Accepting what makers propose, or sending it back. */
    REVIEW(Code.REVIEW, DIRECTOR, HALL_SELLER),
    /** Receiving, inspecting, putting on sale, returning. */
    INSPECT(Code.INSPECT, DIRECTOR, HALL_SELLER),
    /** Moving pieces between places; losses. */
    MOVE(Code.MOVE, DIRECTOR, HALL_SELLER),
    /** Labels and certificates of makers. */
    KEEP_CERTIFICATES(Code.KEEP_CERTIFICATES, DIRECTOR, HALL_SELLER),
    /** Putting products together to collections of the shop. */
    ARRANGE(Code.ARRANGE, DIRECTOR, HALL_SELLER),
    /** What the pole keeps of a price. */
    SET_SHARES(Code.SET_SHARES, DIRECTOR),
    /** What foreign money is worth, for those who buy from abroad. */
    SET_RATES(Code.SET_RATES, DIRECTOR),
    /** The keys that sign passports. */
    KEEP_KEYS(Code.KEEP_KEYS, ADMINISTRATOR, DIRECTOR),
    /** Payments of buyers, with everything acquirers said. */
    SEE_PAYMENTS(Code.SEE_PAYMENTS, ADMINISTRATOR, DIRECTOR, HALL_SELLER, AUDITOR),
    /** Noting transfers from the bank's statement, taking in settlements. */
    TAKE_PAYMENTS(Code.TAKE_PAYMENTS, DIRECTOR, HALL_SELLER),
    /** Invoices, credit notes and export dossiers. */
    SEE_INVOICES(Code.SEE_INVOICES, ADMINISTRATOR, DIRECTOR, HALL_SELLER, AUDITOR),
    /** Paying makers what they earned. */
    PAY_OUT(Code.PAY_OUT, DIRECTOR, HALL_SELLER),
    /** What buyers ordered, with who they are. */
    SEE_ORDERS(Code.SEE_ORDERS, DIRECTOR, HALL_SELLER, AUDITOR),
    /** Confirming, sending, taking back; the money carriers hold. */
    KEEP_ORDERS(Code.KEEP_ORDERS, DIRECTOR, HALL_SELLER),
    /** Carriers and what the way costs. */
    SET_DELIVERY(Code.SET_DELIVERY, DIRECTOR),
    /** Who invoices, with their identifiers. */
    SET_ISSUERS(Code.SET_ISSUERS, DIRECTOR),
    /** What the hall's tills sold and counted. */
    SEE_TILL(Code.SEE_TILL, ADMINISTRATOR, DIRECTOR, HALL_SELLER, AUDITOR),
    /** Selling at the hall's till, with its counts and what is put in or taken out. */
    USE_TILL(Code.USE_TILL, DIRECTOR, HALL_SELLER),
    /** Agreeing to a difference of a till that somebody else stated; further tills. */
    APPROVE_TILL(Code.APPROVE_TILL, DIRECTOR);

    private final String code;
    private final Set<Role> roles;

    MarketPermission(String code, Role... roles) {
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
        public static final String SEE = "market.see";
        public static final String OFFER = "market.offer";
        public static final String ENTER = "market.enter";
        public static final String REVIEW = "market.review";
        public static final String INSPECT = "market.inspect";
        public static final String MOVE = "market.move";
        public static final String KEEP_CERTIFICATES = "market.keep-certificates";
        public static final String ARRANGE = "market.arrange";
        public static final String SET_SHARES = "market.set-shares";
        public static final String SET_RATES = "market.set-rates";
        public static final String KEEP_KEYS = "market.keep-keys";
        public static final String SEE_PAYMENTS = "market.see-payments";
        public static final String TAKE_PAYMENTS = "market.take-payments";
        public static final String SEE_INVOICES = "market.see-invoices";
        public static final String PAY_OUT = "market.pay-out";
        public static final String SEE_ORDERS = "market.see-orders";
        public static final String KEEP_ORDERS = "market.keep-orders";
        public static final String SET_DELIVERY = "market.set-delivery";
        public static final String SET_ISSUERS = "market.set-issuers";
        public static final String SEE_TILL = "market.see-till";
        public static final String USE_TILL = "market.use-till";
        public static final String APPROVE_TILL = "market.approve-till";

        private Code() {}
    }
}
