package ma.qutb.spaces.call;

import java.util.List;
import java.util.Optional;
import ma.qutb.kernel.Actor;

/** The calls, as other rooms know them. */
public interface Calls {

    Optional<Call> find(CallId call);

    /** The call, if its site lies where this user may do this. */
    Optional<Call> find(CallId call, Actor actor, String permission);

    /** The published call of this number. */
    Optional<Call> called(String number);

    /** All that were published, the last first. */
    List<Call> published();

    /** Nothing of it is open any more: its units may be offered again. Once is enough. */
    void settle(CallId call);
}
