package ma.qutb.spaces.roadmap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a premises has come; its words are {@code spaces.roadmap.step.<code>}. */
public enum Step {
    IDENTIFIED,
    AGREED,
    FUNDED,
    WORKS,
    OPENED,
    ACTIVE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Step of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public static List<String> codes() {
        return Stream.of(values()).map(Step::code).toList();
    }

    /** What comes after it; nothing after the last. */
    public Optional<Step> next() {
        return this == ACTIVE ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    /** Whether people may work there. */
    public boolean open() {
        return this == OPENED || this == ACTIVE;
    }
}
