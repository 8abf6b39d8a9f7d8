package ma.qutb.kernel;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifiers in the order of their making (UUID version 7, RFC 9562), so that indexes stay compact, and of two things written at one
 * instant the later is known: 12 bits after the milliseconds count what is made within one.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Milliseconds and the count within them, of the last one made. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** Greater than every one made before. */
    public static UUID next() {
        // The system clock, not the Clock bean: an id says nothing about when something happened at the pole.
        long now = System.currentTimeMillis() << 12;
        long at = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = at >>> 12 << 16 | 0x7000 | at & 0xfff;
        long low = RANDOM.nextLong() >>> 2 | Long.MIN_VALUE;
        return new UUID(high, low);
    }
}
