package ma.qutb.kernel;

/** The roles a user is given, each for a site or territory. What a role may do is said by each module's {@link Permission}s. */
public enum Role {
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
    AUDITOR,
    ARTISAN;

    /** Staff roles need a second factor where the pole asks for one; the artisan's phone does not. */
    public boolean staff() {
        return this != ARTISAN;
    }

    /** Key of its name in the bundles, for example {@code role.training-manager}. */
    public String messageKey() {
        return "role." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
