package ma.qutb.market.delivery;

import java.util.List;
import ma.qutb.market.Wording;

/** Countries to which a parcel costs the same; {@code *} stands for all that no other zone names. */
public record Zone(String code, Wording name, List<String> countries) {

    public static final String MOROCCO = "MA";
    static final String THE_REST = "*";

    boolean names(String country) {
        return countries.contains(country);
    }

    boolean isTheRest() {
        return countries.contains(THE_REST);
    }
}
