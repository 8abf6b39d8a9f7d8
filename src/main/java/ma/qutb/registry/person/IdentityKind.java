package ma.qutb.registry.person;

import ma.qutb.registry.writing.Worded;
import ma.qutb.registry.writing.Words;

/** What kind of identity document a number stands on. */
public enum IdentityKind implements Worded {
    CIN,
    RESIDENCE_CARD,
    PASSPORT;

    @Override
    public String messageKey() {
        return Words.key("registry.person", this);
    }
}
