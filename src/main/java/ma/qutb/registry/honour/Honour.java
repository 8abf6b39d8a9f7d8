package ma.qutb.registry.honour;

import java.util.UUID;
import ma.qutb.registry.LocalName;
import org.jspecify.annotations.Nullable;

/** An award, medal or commendation that stands. */
public record Honour(
        UUID distinction,
        String kind,
        LocalName title,
        LocalName prize,
        @Nullable Integer rank,
        @Nullable Integer year,
        boolean demonstration) {

    public String icon() {
        return switch (kind) {
            case "MEDAL" -> "medal";
            case "AWARD" -> "trophy";
            default -> "rosette-discount-check";
        };
    }
}
