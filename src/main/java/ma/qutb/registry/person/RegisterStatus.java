package ma.qutb.registry.person;

/** Where a person stands with the national register of crafts. */
public enum RegisterStatus {
    NOT_YET,
    APPLIED,
    REGISTERED,
    SUSPENDED;

    /** Key of its words. */
    public String messageKey() {
        return Words.key("RegisterStatus", this);
    }
}
