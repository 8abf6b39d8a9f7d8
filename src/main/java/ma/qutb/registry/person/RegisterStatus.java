package ma.qutb.registry.person;

import ma.qutb.registry.writing.Worded;
import ma.qutb.registry.writing.Words;

/** Where a person stands with the national register of crafts. */
public enum RegisterStatus implements Worded {
    NOT_YET,
    APPLIED,
    REGISTERED,
    SUSPENDED;

    @Override
    public String messageKey() {
        return Words.key("registry.person", this);
    }
}
