package ma.qutb.registry.privacy;

/** How it was made sure that the one who asks is the one it is about. */
public enum IdentityCheck {
    CARD_SEEN,
    SIGNED_IN,
    KNOWN,
    CALLED_BACK
}
