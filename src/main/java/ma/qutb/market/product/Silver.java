package ma.qutb.market.product;

import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotId;
import org.jspecify.annotations.Nullable;

/**
 * What is said of silver.
 *
 * @param weight milligrams of the piece
 * @param lot the lot of raw silver it was made from, where the maker bought it at a sale point
 */
public record Silver(
        long weight, Fineness fineness, @Nullable LotId lot, Hallmark hallmark, String makersMark) {

    /** Whether the State's guarantee stamp is on it; the maker's own mark never replaces it. */
    public enum Hallmark {
        YES,
        NO,
        PENDING;

        /** As tables and bundles call it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
