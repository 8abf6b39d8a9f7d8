package ma.qutb.spaces.application;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The acts of applying, one a screen. */
public enum Step {
    CRAFT,
    NEEDS,
    UNITS,
    PAPERS,
    LOOK;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Step> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    public Step next() {
        return values()[Math.min(ordinal() + 1, LOOK.ordinal())];
    }

    public Optional<Step> before() {
        return this == CRAFT ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    /** How far it is, of a hundred. */
    public int share() {
        return (ordinal() + 1) * 100 / values().length;
    }
}
