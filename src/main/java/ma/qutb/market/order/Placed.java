package ma.qutb.market.order;

import java.util.UUID;
import ma.qutb.kernel.Language;

/**
 * An order that stands.
 *
 * @param before whether it stood already when it was sent
 */
public record Placed(UUID id, String number, String code, boolean before) {

    /** The buyer's page of it. */
    String path(Language reader) {
        return "/" + reader.code() + "/orders/" + number + "/" + code;
    }
}
