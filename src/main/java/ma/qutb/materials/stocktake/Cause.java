package ma.qutb.materials.stocktake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import ma.qutb.ledger.ChartRole;

/** Why a weight is not what the books say; each has an account of its own. */
public enum Cause {
    THEFT(ChartRole.THEFT),
    LOSS(ChartRole.LOSS),
    ERROR(ChartRole.COUNTING_DIFFERENCE),
    ASSAY(ChartRole.ASSAY_DIFFERENCE),
    MELT(ChartRole.MELT_LOSS);

    private final ChartRole role;

    Cause(ChartRole role) {
        this.role = role;
    }

    ChartRole role() {
        return role;
    }

    /** As it is stored, and as its text is called. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Cause> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
