package ma.qutb.spaces;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** A site. */
public record SiteId(UUID value) {

    public static SiteId next() {
        return new SiteId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
