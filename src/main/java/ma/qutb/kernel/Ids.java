package ma.qutb.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Identifiers in the order of their making (UUID version 7, RFC 9562), so that indexes stay compact. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        var random = new byte[10];
        RANDOM.nextBytes(random);
        // The system clock, not the Clock bean: an id says nothing about when something happened at the pole.
        long milliseconds = System.currentTimeMillis();
        long high = milliseconds << 16 | 0x7000 | (random[0] & 0x0f) << 8 | random[1] & 0xff;
        long low = 0x2;
        for (int i = 2; i < 10; i++) {
            low = i == 2 ? 0x80 | random[2] & 0x3f : low << 8 | random[i] & 0xff;
        }
        return new UUID(high, low);
    }
}
