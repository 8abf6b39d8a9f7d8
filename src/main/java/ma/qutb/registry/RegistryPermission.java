package ma.qutb.registry;

import static ma.qutb.kernel.Role.ADMINISTRATOR;
import static ma.qutb.kernel.Role.AUDITOR;
import static ma.qutb.kernel.Role.CENTRE_TECHNICIAN;
import static ma.qutb.kernel.Role.DIRECTOR;
import static ma.qutb.kernel.Role.FUNDER;
import static ma.qutb.kernel.Role.HALL_SELLER;
import static ma.qutb.kernel.Role.PROGRAMME_OFFICER;
import static ma.qutb.kernel.Role.REGISTRAR;
import static ma.qutb.kernel.Role.SALE_POINT_CLERK;
import static ma.qutb.kernel.Role.TRAINER;
import static ma.qutb.kernel.Role.TRAINING_MANAGER;
import static ma.qutb.kernel.Role.ZONE_MANAGER;

import java.util.Set;
import ma.qutb.kernel.Permission;
import ma.qutb.kernel.Role;

/** What the registry guards, each for the places of the role's scope. */
public enum RegistryPermission implements Permission {
    SEE_PEOPLE(
            Code.SEE_PEOPLE,
            ADMINISTRATOR,
            DIRECTOR,
            REGISTRAR,
            TRAINING_MANAGER,
            TRAINER,
            CENTRE_TECHNICIAN,
            SALE_POINT_CLERK,
            ZONE_MANAGER,
            HALL_SELLER,
            PROGRAMME_OFFICER,
            AUDITOR),
    EDIT_PEOPLE(Code.EDIT_PEOPLE, REGISTRAR),
    SEE_CIN(Code.SEE_CIN, REGISTRAR),
    ISSUE_CARD(Code.ISSUE_CARD, REGISTRAR),
    SEE_CHANGES(Code.SEE_CHANGES, ADMINISTRATOR, DIRECTOR, REGISTRAR, AUDITOR),
    SEE_ORGANISATIONS(
            Code.SEE_ORGANISATIONS,
            ADMINISTRATOR,
            DIRECTOR,
            REGISTRAR,
            TRAINING_MANAGER,
            TRAINER,
            CENTRE_TECHNICIAN,
            SALE_POINT_CLERK,
            ZONE_MANAGER,
            HALL_SELLER,
            PROGRAMME_OFFICER,
            FUNDER,
            AUDITOR),
    EDIT_ORGANISATIONS(Code.EDIT_ORGANISATIONS, REGISTRAR),
    FORM_COOPERATIVES(Code.FORM_COOPERATIVES, REGISTRAR, PROGRAMME_OFFICER),
    SEE_CRAFTS(Code.SEE_CRAFTS, SEE_ORGANISATIONS.roles),
    EDIT_CRAFTS(Code.EDIT_CRAFTS, DIRECTOR, PROGRAMME_OFFICER),
    SEE_TERRITORIES(Code.SEE_TERRITORIES, SEE_ORGANISATIONS.roles),
    SEE_DISTINCTIONS(Code.SEE_DISTINCTIONS, SEE_ORGANISATIONS.roles),
    EDIT_DISTINCTIONS(Code.EDIT_DISTINCTIONS, REGISTRAR, PROGRAMME_OFFICER),
    RECORD_CONSENT(Code.RECORD_CONSENT, REGISTRAR),
    REVIEW_CORRECTIONS(Code.REVIEW_CORRECTIONS, REGISTRAR),
    ANSWER_REQUESTS(Code.ANSWER_REQUESTS, ADMINISTRATOR, DIRECTOR, REGISTRAR),
    ANONYMISE_PEOPLE(Code.ANONYMISE_PEOPLE, ADMINISTRATOR, DIRECTOR, REGISTRAR),
    RUN_RETENTION(Code.RUN_RETENTION, ADMINISTRATOR, DIRECTOR);

    private final String code;
    private final Set<Role> roles;

    RegistryPermission(String code, Role... roles) {
        this(code, Set.of(roles));
    }

    RegistryPermission(String code, Set<Role> roles) {
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

    /** The codes as constants, for annotations. */
    public static final class Code {
        public static final String SEE_PEOPLE = "registry.see-people";
        public static final String EDIT_PEOPLE = "registry.edit-people";
        public static final String SEE_CIN = "registry.see-cin";
        public static final String ISSUE_CARD = "registry.issue-card";
        public static final String SEE_CHANGES = "registry.see-changes";
        public static final String SEE_ORGANISATIONS = "registry.see-organisations";
        public static final String EDIT_ORGANISATIONS = "registry.edit-organisations";
        public static final String FORM_COOPERATIVES = "registry.form-cooperatives";
        public static final String SEE_CRAFTS = "registry.see-crafts";
        public static final String EDIT_CRAFTS = "registry.edit-crafts";
        public static final String SEE_TERRITORIES = "registry.see-territories";
        public static final String SEE_DISTINCTIONS = "registry.see-distinctions";
        public static final String EDIT_DISTINCTIONS = "registry.edit-distinctions";

        public static final String RECORD_CONSENT = "registry.record-consent";
        public static final String REVIEW_CORRECTIONS = "registry.review-corrections";
        public static final String ANSWER_REQUESTS = "registry.answer-requests";
        public static final String ANONYMISE_PEOPLE = "registry.anonymise-people";
        public static final String RUN_RETENTION = "registry.run-retention";

        private Code() {}
    }
}
