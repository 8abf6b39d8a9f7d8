package ma.qutb.registry.person;

import ma.qutb.registry.writing.Worded;
import ma.qutb.registry.writing.Words;

/** As on the identity card. */
public enum Sex implements Worded {
    FEMALE,
    MALE;

    @Override
    public String messageKey() {
        return Words.key("registry.person", this);
    }
}
