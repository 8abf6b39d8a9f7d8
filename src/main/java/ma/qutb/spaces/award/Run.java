package ma.qutb.spaces.award;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.draw.Fingerprint;

/**
 * A run of the allocation.
 *
 * @param reason why it was run again; empty for the first
 * @param result empty until it is finished
 * @param failed why it could not be computed
 * @param appealsUntil the first moment that is too late
 */
public record Run(
        UUID id,
        CallId call,
        UUID draw,
        int sequence,
        String reason,
        String input,
        Instant askedAt,
        String askedBy,
        Optional<String> result,
        Optional<String> failed,
        Optional<Instant> finishedAt,
        Optional<Instant> publishedAt,
        Optional<Instant> appealsUntil) {

    /** How it stands; the words are {@code spaces.award.run.<code>}. */
    public enum State {
        RUNNING,
        FAILED,
        DONE,
        PUBLISHED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public State state() {
        return publishedAt.isPresent()
                ? State.PUBLISHED
                : failed.isPresent() ? State.FAILED : result.isPresent() ? State.DONE : State.RUNNING;
    }

    public String inputFingerprint() {
        return Fingerprint.sha256(input);
    }

    public String resultFingerprint() {
        return Fingerprint.sha256(result.orElseThrow());
    }

    /** Units that were given. */
    public int given() {
        return AllocationFile.holders(result.orElseThrow()).size();
    }
}
