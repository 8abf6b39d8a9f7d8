package ma.qutb.spaces.scoring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.CallId;

/**
 * A committee and how far it is. Nobody's points are in it.
 *
 * @param spreadPoints sheets that lie further apart must be talked about
 * @param applications how many there are to read
 * @param unspoken how many still have to be talked about
 */
public record Committee(
        Call call,
        int spreadPoints,
        Instant convenedAt,
        Optional<Instant> comparedAt,
        Optional<Instant> frozenAt,
        List<Member> members,
        int applications,
        int unspoken) {

    public Committee {
        members = List.copyOf(members);
    }

    /**
     * @param scored applications with all their points
     * @param conflicts applications kept from this member
     */
    public record Member(UUID user, String name, boolean chair, Optional<Instant> closedAt, int scored, int conflicts) {

        public boolean closed() {
            return closedAt.isPresent();
        }
    }

    /** How it stands; the words are {@code spaces.scoring.state.<code>}. */
    public enum State {
        SCORING,
        TALKING,
        FROZEN;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public State state() {
        return frozenAt.isPresent() ? State.FROZEN : comparedAt.isPresent() ? State.TALKING : State.SCORING;
    }

    public Optional<Member> member(UUID user) {
        return members.stream().filter(it -> it.user().equals(user)).findFirst();
    }

    public boolean chairedBy(UUID user) {
        return member(user).filter(Member::chair).isPresent();
    }

    public String path() {
        return path(call.id());
    }

    public String sheet() {
        return sheet(call.id());
    }

    static String path(CallId call) {
        return "/app/spaces/calls/" + call + "/committee";
    }

    static String sheet(CallId call) {
        return "/app/spaces/calls/" + call + "/sheet";
    }
}
