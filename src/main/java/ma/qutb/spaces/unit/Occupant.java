package ma.qutb.spaces.unit;

import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;

/** Whoever has a unit: a person or an organisation. */
public sealed interface Occupant {

    /** A person of the registry. */
    record Somebody(PersonId id) implements Occupant {}

    /** An organisation of the registry. */
    record Body(OrganisationId id) implements Occupant {}

    static Occupant of(UUID party, boolean organisation) {
        return organisation ? new Body(new OrganisationId(party)) : new Somebody(new PersonId(party));
    }

    /** Their id, whichever they are. */
    default UUID party() {
        return switch (this) {
            case Somebody it -> it.id().value();
            case Body it -> it.id().value();
        };
    }

    default Optional<PersonId> person() {
        return this instanceof Somebody it ? Optional.of(it.id()) : Optional.empty();
    }

    default Optional<OrganisationId> organisation() {
        return this instanceof Body it ? Optional.of(it.id()) : Optional.empty();
    }
}
