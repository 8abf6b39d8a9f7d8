package ma.qutb.registry.privacy;

/** How a request came. */
public enum Channel {
    COUNTER,
    LETTER,
    PHONE,
    WEB,
    OWN_PAGE
}
