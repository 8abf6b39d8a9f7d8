package ma.qutb.registry.person;

import ma.qutb.registry.writing.Worded;
import ma.qutb.registry.writing.Words;

/** How a message best reaches a person: written, written with help, or spoken. */
public enum ReadingEase implements Worded {
    EASY,
    WITH_HELP,
    LISTENS;

    @Override
    public String messageKey() {
        return Words.key("registry.person", this);
    }
}
