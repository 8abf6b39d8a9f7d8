package ma.qutb.registry.person;

import ma.qutb.registry.writing.Worded;
import ma.qutb.registry.writing.Words;

/** Where an artisan works. */
public enum Workplace implements Worded {
    HOME,
    WORKSHOP,
    COOPERATIVE,
    POLE,
    COMPLEX,
    ITINERANT;

    @Override
    public String messageKey() {
        return Words.key("registry.person", this);
    }
}
