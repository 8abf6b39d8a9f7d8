package ma.qutb.registry.person;

/** Where an artisan works. */
public enum Workplace {
    HOME,
    WORKSHOP,
    COOPERATIVE,
    POLE,
    COMPLEX,
    ITINERANT;

    /** Key of its words. */
    public String messageKey() {
        return Words.key("Workplace", this);
    }
}
