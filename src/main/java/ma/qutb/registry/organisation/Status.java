package ma.qutb.registry.organisation;

import ma.qutb.registry.writing.Worded;
import ma.qutb.registry.writing.Words;

/** Whether an organisation exists yet, works, rests, or is no more. */
public enum Status implements Worded {
    IN_FORMATION,
    ACTIVE,
    DORMANT,
    DISSOLVED;

    @Override
    public String messageKey() {
        return Words.key("registry.organisation", this);
    }
}
