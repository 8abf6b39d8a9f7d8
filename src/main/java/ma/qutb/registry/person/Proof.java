package ma.qutb.registry.person;

/** How an artisan proves the trade to the national register. */
public enum Proof {
    DIPLOMA,
    ATTESTATION;

    /** Key of its words. */
    public String messageKey() {
        return Words.key("Proof", this);
    }
}
