package ma.qutb.registry.person;

/** As on the identity card. */
public enum Sex {
    FEMALE,
    MALE;

    /** Key of its words. */
    public String messageKey() {
        return Words.key("Sex", this);
    }
}
