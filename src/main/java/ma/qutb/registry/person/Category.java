package ma.qutb.registry.person;

/** The two categories of natural persons in law 50-17. */
public enum Category {
    ARTISAN,
    MAALEM;

    /** Key of its words. */
    public String messageKey() {
        return Words.key("Category", this);
    }
}
