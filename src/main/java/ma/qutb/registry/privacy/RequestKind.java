package ma.qutb.registry.privacy;

import java.util.Locale;

/** What somebody may ask about their data (law 09-08, articles 7 to 9). */
public enum RequestKind {
    ACCESS("eye"),
    RECTIFICATION("pencil"),
    ERASURE("trash"),
    OBJECTION("ban");

    private final String icon;

    RequestKind(String icon) {
        this.icon = icon;
    }

    /** Symbol of the sprite. */
    public String icon() {
        return icon;
    }

    /** Key of its words; a sentence that explains it is {@code <key>.text}. */
    public String messageKey() {
        return "registry.privacy.kind." + name().toLowerCase(Locale.ROOT);
    }

    /** Under which its deadline is kept. */
    String term() {
        return "answer-" + name().toLowerCase(Locale.ROOT);
    }
}
