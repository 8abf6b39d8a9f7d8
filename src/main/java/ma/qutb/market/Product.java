package ma.qutb.market;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import ma.qutb.registry.CraftCode;

/**
 * What is offered, in the few words other modules need; public pages read the shelf instead.
 *
 * @param number as addresses carry it
 * @param title composed from the taxonomy
 * @param weight milligrams of one piece
 * @param fineness tenths of a thousandth, of silver
 * @param leadDays until it is made, where it is made to order
 * @param offered whether it may be sold now
 */
public record Product(
        ProductId id,
        long number,
        MakerId maker,
        Kind kind,
        Wording title,
        CraftCode craft,
        String material,
        PriceParts price,
        OptionalLong weight,
        OptionalInt fineness,
        OptionalInt leadDays,
        boolean offered,
        Optional<String> photo,
        boolean demonstration) {

    /** One of its kind, a few alike, or made when somebody orders it. */
    public enum Kind {
        UNIQUE,
        SERIES,
        TO_ORDER;

        /** As tables, addresses and bundles call it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
