package ma.qutb.market.making;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import ma.qutb.market.product.Draft;

/** The acts of offering something, one a screen. */
public enum Step {
    PHOTO,
    WHAT,
    MATERIAL,
    SILVER,
    MANY,
    SIZE,
    PRICE,
    LOOK;

    /** As addresses and bundles call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Step> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** What is asked after this; only silver is weighed and stamped. */
    public Step next(Draft draft) {
        var next = values()[Math.min(ordinal() + 1, LOOK.ordinal())];
        return next == SILVER && !silver(draft) || next == MANY && draft.revises() != null ? next.next(draft) : next;
    }

    /** What was asked before this. */
    public Optional<Step> before(Draft draft) {
        if (this == PHOTO) {
            return Optional.empty();
        }
        var before = values()[ordinal() - 1];
        return before == SILVER && !silver(draft) || before == MANY && draft.revises() != null
                ? before.before(draft)
                : Optional.of(before);
    }

    /** How far it is, of a hundred. */
    public int share() {
        return (ordinal() + 1) * 100 / values().length;
    }

    private static boolean silver(Draft draft) {
        return "SILVER".equals(draft.material());
    }
}
