package ma.qutb.materials.till;

import java.util.List;
import ma.qutb.materials.SalePoints;
import org.jspecify.annotations.Nullable;

/**
 * A till as its page shows it.
 *
 * @param current null while it is closed
 */
public record TillView(
        SalePoints.Till till, @Nullable TillSession current, List<TillSession> latest, List<Movement> movements) {}
