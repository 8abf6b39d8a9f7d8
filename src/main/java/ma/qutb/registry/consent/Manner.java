package ma.qutb.registry.consent;

import java.util.Locale;

/** How somebody said yes or no. */
public enum Manner {
    SIGNED,
    SPOKEN,
    ONLINE,
    DEMONSTRATION;

    /** Key of its words. */
    public String messageKey() {
        return "registry.consent.manner." + name().toLowerCase(Locale.ROOT);
    }
}
