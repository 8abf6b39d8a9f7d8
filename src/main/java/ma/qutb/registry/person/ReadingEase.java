package ma.qutb.registry.person;

/** How a message best reaches a person: written, written with help, or spoken. */
public enum ReadingEase {
    EASY,
    WITH_HELP,
    LISTENS;

    /** Key of its words. */
    public String messageKey() {
        return Words.key("ReadingEase", this);
    }
}
