package ma.qutb.registry.distinction;

import java.util.Locale;
import ma.qutb.registry.writing.Worded;

/** A prize of a competition, a medal of an order, a letter of thanks. */
public enum DistinctionKind implements Worded {
    AWARD,
    MEDAL,
    COMMENDATION;

    @Override
    public String messageKey() {
        return "registry.distinction.kind." + name().toLowerCase(Locale.ROOT);
    }
}
