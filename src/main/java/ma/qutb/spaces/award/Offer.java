package ma.qutb.spaces.award;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.application.ApplicationId;
import ma.qutb.spaces.call.CallId;

/**
 * A unit offered to an applicant.
 *
 * @param number of the unit
 * @param application number of the application
 * @param origin out of the result, from the waiting list, or after an appeal
 * @param deadline the first moment that is too late
 */
public record Offer(
        UUID id,
        CallId call,
        UnitId unit,
        String number,
        ApplicationId applicant,
        String application,
        String origin,
        Instant madeAt,
        Instant deadline,
        State state,
        Optional<Instant> answeredAt) {

    /** How it stands; the words are {@code spaces.offer.state.<code>}. */
    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        EXPIRED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Whether the unit is theirs, or they are still asked. */
    public boolean stands() {
        return state == State.OPEN || state == State.ACCEPTED;
    }
}
