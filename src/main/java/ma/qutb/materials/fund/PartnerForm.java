package ma.qutb.materials.fund;

import java.util.UUID;
import ma.qutb.kernel.Ids;
import org.jspecify.annotations.Nullable;

/** What is typed when a partner puts money in or asks for it back. */
public record PartnerForm(
        @Nullable String key,
        @Nullable String point,
        @Nullable String partner,
        @Nullable String partnerTyped,
        @Nullable String about,
        @Nullable String paidOn,
        @Nullable String amount) {

    static PartnerForm empty(String today) {
        return new PartnerForm(Ids.next().toString(), "", "", "", "", today, "");
    }

    UUID minted() {
        try {
            return UUID.fromString(key == null ? "" : key);
        } catch (IllegalArgumentException e) {
            // Not one of our forms: it is sent for the first time, whatever it is.
            return UUID.randomUUID();
        }
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
