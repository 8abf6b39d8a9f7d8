package ma.qutb.spaces;

import static ma.qutb.kernel.Role.ADMINISTRATOR;
import static ma.qutb.kernel.Role.ARTISAN;
import static ma.qutb.kernel.Role.AUDITOR;
import static ma.qutb.kernel.Role.CENTRE_TECHNICIAN;
import static ma.qutb.kernel.Role.DIRECTOR;
import static ma.qutb.kernel.Role.FUNDER;
import static ma.qutb.kernel.Role.PROGRAMME_OFFICER;
import static ma.qutb.kernel.Role.REGISTRAR;
import static ma.qutb.kernel.Role.SALE_POINT_CLERK;
import static ma.qutb.kernel.Role.TRAINING_MANAGER;
import static ma.qutb.kernel.Role.ZONE_MANAGER;

import java.util.Set;
import ma.qutb.kernel.Permission;
import ma.qutb.kernel.Role;

/** What this module guards, each for the places of the role's scope. */
public enum SpacesPermission implements Permission {
    /** Sites, units, the plan and who is where. */
    SEE(Code.SEE, ADMINISTRATOR, DIRECTOR, ZONE_MANAGER, PROGRAMME_OFFICER, AUDITOR),
    /** New sites, their details, what crafts bring with them. */
    MANAGE_SITES(Code.MANAGE_SITES, ADMINISTRATOR, DIRECTOR),
    /** New units, their details and states, the plan, splitting and merging. */
    MANAGE_UNITS(Code.MANAGE_UNITS, DIRECTOR, ZONE_MANAGER),
    /** Meters, condition reports, repairs, photos. */
    INSPECT(Code.INSPECT, DIRECTOR, ZONE_MANAGER),
    /** Unused premises of the communes, meetings about them, and how far each has come. */
    SEE_PREMISES(
            Code.SEE_PREMISES, ADMINISTRATOR, DIRECTOR, ZONE_MANAGER, PROGRAMME_OFFICER, REGISTRAR, FUNDER, AUDITOR),
    /** Recording premises in the villages, with photos and what hinders their use. */
    RECORD_PREMISES(Code.RECORD_PREMISES, DIRECTOR, PROGRAMME_OFFICER, REGISTRAR),
    /** Meetings, proposals, steps, partners and results of the roadmap, and its paper. */
    STEER_ROADMAP(Code.STEER_ROADMAP, DIRECTOR, PROGRAMME_OFFICER),
    /** Preparing calls for applications, publishing, extending and cancelling them. */
    MANAGE_CALLS(Code.MANAGE_CALLS, DIRECTOR, ZONE_MANAGER),
    /** Who applied for what, and their papers. */
    SEE_APPLICATIONS(Code.SEE_APPLICATIONS, ADMINISTRATOR, DIRECTOR, ZONE_MANAGER, AUDITOR),
    /** Filling in applications at the desk, for whoever comes. */
    TAKE_APPLICATIONS(Code.TAKE_APPLICATIONS, DIRECTOR, ZONE_MANAGER, REGISTRAR),
    /** Applying oneself, from the telephone. */
    APPLY(Code.APPLY, ARTISAN),
    /** Contracts of units, and what tenants owe. */
    SEE_LEASES(Code.SEE_LEASES, ADMINISTRATOR, DIRECTOR, ZONE_MANAGER, AUDITOR),
    /** Writing contracts, having them signed, changing and ending them. */
    LEASE(Code.LEASE, DIRECTOR, ZONE_MANAGER),
    /** Posting rents, taking what tenants pay, agreeing plans, asking for waivers. */
    RENT(Code.RENT, DIRECTOR, ZONE_MANAGER),
    /** Deciding on waivers that somebody else asked for. */
    WAIVE(Code.WAIVE, DIRECTOR),
    /** What I owe myself. */
    MY_RENT(Code.MY_RENT, ARTISAN),
    /** Naming the committee of a call. */
    CONVENE(Code.CONVENE, DIRECTOR),
    /** Sitting in a committee, for whoever is named. */
    SCORE(
            Code.SCORE,
            DIRECTOR,
            ZONE_MANAGER,
            PROGRAMME_OFFICER,
            REGISTRAR,
            TRAINING_MANAGER,
            CENTRE_TECHNICIAN,
            SALE_POINT_CLERK),
    /** How far committees are and, once they compared, what they found. */
    SEE_SCORES(Code.SEE_SCORES, ADMINISTRATOR, DIRECTOR, ZONE_MANAGER, AUDITOR),
    /** Draws, runs of the allocation, offers. */
    ALLOCATE(Code.ALLOCATE, DIRECTOR, ZONE_MANAGER),
    /** Who got what and why, for answering at the desk. */
    SEE_AWARDS(Code.SEE_AWARDS, ADMINISTRATOR, DIRECTOR, ZONE_MANAGER, PROGRAMME_OFFICER, REGISTRAR, AUDITOR),
    /** Deciding appeals, for whoever did not sit in the committee. */
    DECIDE_APPEALS(Code.DECIDE_APPEALS, ADMINISTRATOR, DIRECTOR, PROGRAMME_OFFICER),
    /** One's own result, offer and appeal, from the telephone. */
    FOLLOW(Code.FOLLOW, ARTISAN);

    private final String code;
    private final Set<Role> roles;

    SpacesPermission(String code, Role... roles) {
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
        public static final String SEE = "spaces.see";
        public static final String MANAGE_SITES = "spaces.manage-sites";
        public static final String MANAGE_UNITS = "spaces.manage-units";
        public static final String INSPECT = "spaces.inspect";
        public static final String SEE_PREMISES = "spaces.see-premises";
        public static final String RECORD_PREMISES = "spaces.record-premises";
        public static final String STEER_ROADMAP = "spaces.steer-roadmap";
        public static final String MANAGE_CALLS = "spaces.manage-calls";
        public static final String SEE_APPLICATIONS = "spaces.see-applications";
        public static final String TAKE_APPLICATIONS = "spaces.take-applications";
        public static final String APPLY = "spaces.apply";
        public static final String SEE_LEASES = "spaces.see-leases";
        public static final String LEASE = "spaces.lease";
        public static final String RENT = "spaces.rent";
        public static final String WAIVE = "spaces.waive";
        public static final String MY_RENT = "spaces.my-rent";
        public static final String CONVENE = "spaces.convene";
        public static final String SCORE = "spaces.score";
        public static final String SEE_SCORES = "spaces.see-scores";
        public static final String ALLOCATE = "spaces.allocate";
        public static final String SEE_AWARDS = "spaces.see-awards";
        public static final String DECIDE_APPEALS = "spaces.decide-appeals";
        public static final String FOLLOW = "spaces.follow";

        private Code() {}
    }
}
