package ma.qutb.ledger.proof;

import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account while the walk passes by: its balance so far, and for one with a floor what each day moved. */
final class AccountWalk {

    final UUID id;
    final UUID book;
    final String commodity;
    final @Nullable Long lowest;
    final boolean bounded;
    private final TreeMap<Integer, Long> byDay = new TreeMap<>();
    long balance;
    boolean moved;

    AccountWalk(UUID id, UUID book, String commodity, @Nullable Long lowest, boolean bounded) {
        this.id = id;
        this.book = book;
        this.commodity = commodity;
        this.lowest = lowest;
        this.bounded = bounded;
    }

    /** Amount in the smallest part, day as days since 1970. */
    void move(long amount, int day) {
        balance += amount;
        moved = true;
        if (lowest != null) {
            byDay.merge(day, amount, Long::sum);
        }
    }

    boolean isUnderItsFloor() {
        return lowest != null && balance < lowest;
    }

    /** Whether it was under its floor at the end of any day on which something occurred. */
    boolean wasUnderItsFloor() {
        if (lowest == null) {
            return false;
        }
        long running = 0;
        for (var moved : byDay.values()) {
            running += moved;
            if (running < lowest) {
                return true;
            }
        }
        return false;
    }
}
