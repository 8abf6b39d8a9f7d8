package ma.qutb.registry.person;

import ma.qutb.registry.writing.Worded;

/** The two categories of natural persons in law 50-17. */
public enum Category implements Worded {
    ARTISAN,
    MAALEM;

    @Override
    public String messageKey() {
        return Words.key("Category", this);
    }
}
