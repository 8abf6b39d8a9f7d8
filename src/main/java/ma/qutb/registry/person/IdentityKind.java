package ma.qutb.registry.person;

/** What kind of identity document a number stands on. */
public enum IdentityKind {
    CIN,
    RESIDENCE_CARD,
    PASSPORT;

    /** Key of its words. */
    public String messageKey() {
        return Words.key("IdentityKind", this);
    }
}
