package ma.qutb.materials.stock;

import java.util.Optional;
import ma.qutb.materials.Fineness;
import ma.qutb.registry.form.ActForm;

/** A fineness as a clerk types it. */
public final class TypedFineness {

    /** More tenths of ‰ than anything has: refused like any other number too great. */
    private static final long NO_FINENESS = 100_000;

    private TypedFineness() {}

    /** In thousandths, or nothing. */
    public static Optional<Fineness> of(ActForm form, String field) {
        return form.read(
                field,
                () -> form.quantity(field, 1).map(it -> new Fineness((int) Math.min(it, NO_FINENESS))),
                Optional.empty());
    }
}
