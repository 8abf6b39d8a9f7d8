package ma.qutb.spaces.application;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.spaces.call.AskedPaper;

/**
 * A paper of an application.
 *
 * @param file what was sent; empty when it was only shown at the desk
 * @param seenBy the clerk who saw it; empty when it was sent
 * @param refusedWhy why it will not do; empty while nobody objects
 */
public record Brought(AskedPaper paper, Optional<UUID> file, Instant at, String seenBy, String refusedWhy) {

    public boolean holds() {
        return refusedWhy.isEmpty();
    }
}
