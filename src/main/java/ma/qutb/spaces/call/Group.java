package ma.qutb.spaces.call;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For whom a share of the units may be kept; the words are {@code spaces.call.group.<code>}. */
public enum Group {
    /** A cooperative most of whose members are women. */
    WOMEN_COOPERATIVE,
    /** An artisan of {@value #YOUNG} years at most who holds a diploma of the craft. */
    YOUNG_GRADUATE;

    /** Whole years on the day the call closes. */
    public static final int YOUNG = 35;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Group> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
