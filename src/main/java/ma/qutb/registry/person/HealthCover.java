package ma.qutb.registry.person;

import ma.qutb.registry.writing.Worded;
import ma.qutb.registry.writing.Words;

/** Whether compulsory health insurance (AMO) covers the person; never what for. */
public enum HealthCover implements Worded {
    UNKNOWN,
    COVERED,
    NOT_COVERED;

    @Override
    public String messageKey() {
        return Words.key("registry.person", this);
    }
}
