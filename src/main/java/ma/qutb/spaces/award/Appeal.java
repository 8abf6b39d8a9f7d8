package ma.qutb.spaces.award;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.spaces.call.CallId;

/**
 * Somebody against a result.
 *
 * @param application its number
 * @param ground one of {@link #GROUNDS}; the words are {@code spaces.appeal.ground.<ground>}
 * @param words in the applicant's own, where they had any
 */
public record Appeal(
        UUID id,
        CallId call,
        UUID run,
        UUID applicant,
        String application,
        String ground,
        String words,
        Optional<UUID> file,
        Instant madeAt,
        String madeBy,
        Optional<Decision> decision) {

    public static final List<String> GROUNDS = List.of("score", "papers", "rule", "draw", "conflict", "other");

    /** What may come of it: nothing, the allocation run again, the first place of the waiting list. */
    public static final List<String> REMEDIES = List.of("refused", "new_run", "head");

    /** What was decided; the words of a remedy are {@code spaces.appeal.remedy.<remedy>}. */
    public record Decision(String remedy, String why, String by, Instant at) {

        public boolean upheld() {
            return !remedy.equals("refused");
        }
    }

    boolean decided(String remedy) {
        return decision.filter(it -> it.remedy().equals(remedy)).isPresent();
    }
}
