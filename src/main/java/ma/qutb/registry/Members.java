package ma.qutb.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Who belongs to which organisation. */
public interface Members {

    /** The people of each of these organisations on a day, whatever they are in it. */
    Map<OrganisationId, Set<PersonId>> of(Collection<OrganisationId> organisations, LocalDate day);

    /** The organisations a person belongs to on a day. */
    Set<OrganisationId> organisationsOf(PersonId person, LocalDate day);
}
