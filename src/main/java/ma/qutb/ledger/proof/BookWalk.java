package ma.qutb.ledger.proof;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.UUID;

/** A book while the walk passes through: the end of its chain so far, and the closings still ahead. */
final class BookWalk {

    /** A closed month as it stands in the table. */
    record Closing(
            String month,
            long endsMicros,
            long closedMicros,
            long lastNumber,
            String actor,
            String actorName,
            byte[] before,
            byte[] hash) {}

    final UUID id;
    final String code;
    final Deque<Closing> closings = new ArrayDeque<>();
    private final long chainNumber;
    private final byte[] chainHash;
    long number;
    byte[] hash;
    byte[] closingHash;
    long lastMicros = Long.MIN_VALUE;
    long closedUntilMicros = Long.MIN_VALUE;

    BookWalk(UUID id, String code, long chainNumber, byte[] chainHash, Digests digests) {
        this.id = id;
        this.code = code;
        this.chainNumber = chainNumber;
        this.chainHash = chainHash;
        hash = digests.of("qutb-book-1\n" + id);
        closingHash = digests.of("qutb-closings-1\n" + id);
    }

    String place() {
        return code + "/" + number;
    }

    /** Whether the chain ends where the book says it does: entries cut off its end are missed. */
    boolean isWholeToTheEnd() {
        return number == chainNumber && Arrays.equals(hash, chainHash);
    }
}
