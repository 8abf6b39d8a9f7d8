package ma.qutb.identity.account;

/** How far a role goes. */
public enum Reach {
    EVERYWHERE,
    /** In some territories, with all that lies below them. */
    TERRITORIES,
    /** On one site of the pole. */
    SITE;

    /** Key of its words. */
    public String messageKey() {
        return "identity.reach." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
