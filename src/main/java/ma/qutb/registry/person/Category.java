package ma.qutb.registry.person;

import ma.qutb.registry.writing.Worded;
import ma.qutb.registry.writing.Words;

/** The two categories of natural persons in law 50-17. */
public enum Category implements Worded {
    ARTISAN,
    MAALEM;

    @Override
    public String messageKey() {
        return Words.key("registry.person", this);
    }
}
