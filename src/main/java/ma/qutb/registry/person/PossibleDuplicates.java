package ma.qutb.registry.person;

import java.util.List;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.PersonId;

/** Records that may already be of the same person. */
public interface PossibleDuplicates {

    /** The likeliest first; at most five, all within the scope of whoever asks. */
    List<Possible> of(PersonDetails details, Actor actor);

    /** @param certain an identity document or register number in common, not only a likely name */
    record Possible(PersonId id, boolean certain) {}
}
