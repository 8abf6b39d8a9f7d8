package ma.qutb.registry.person;

/** Whether compulsory health insurance (AMO) covers the person; never what for. */
public enum HealthCover {
    UNKNOWN,
    COVERED,
    NOT_COVERED;

    /** Key of its words. */
    public String messageKey() {
        return Words.key("HealthCover", this);
    }
}
