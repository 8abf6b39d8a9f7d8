package ma.qutb.market;

import java.util.UUID;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;

/** Who made something and owns it until it is sold: an artisan or an organisation of the registry. */
public record MakerId(boolean person, UUID value) {

    public static MakerId of(PersonId person) {
        return new MakerId(true, person.value());
    }

    public static MakerId of(OrganisationId organisation) {
        return new MakerId(false, organisation.value());
    }

    /** As the tables call it. */
    public String kind() {
        return person ? "person" : "organisation";
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
