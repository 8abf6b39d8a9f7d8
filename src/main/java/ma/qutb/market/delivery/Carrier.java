package ma.qutb.market.delivery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.LocalName;

/**
 * Who brings parcels.
 *
 * @param abroad beyond Morocco
 * @param cash takes the buyer's money at the door
 * @param tracking address of the carrier's page of a parcel, with {@code {number}}; or empty
 */
public record Carrier(
        UUID id, String code, LocalName name, boolean abroad, boolean cash, String tracking, boolean open) {

    /** Where the carrier says where a parcel is. */
    public Optional<String> tracked(String number) {
        return tracking.isEmpty() || number.isEmpty()
                ? Optional.empty()
                : Optional.of(tracking.replace("{number}", URLEncoder.encode(number, StandardCharsets.UTF_8)));
    }
}
