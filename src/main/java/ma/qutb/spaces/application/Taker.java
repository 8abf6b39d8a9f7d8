package ma.qutb.spaces.application;

import java.util.Optional;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.PersonId;

/**
 * Who fills an application in: the person concerned, or a clerk for somebody who came to the desk.
 *
 * @param self the person behind a telephone; empty for a clerk
 */
public record Taker(String name, Optional<PersonId> self) {

    public static Taker clerk(Actor actor) {
        return new Taker(actor.displayName(), Optional.empty());
    }

    public static Taker self(Actor actor, PersonId person) {
        return new Taker(actor.displayName(), Optional.of(person));
    }
}
