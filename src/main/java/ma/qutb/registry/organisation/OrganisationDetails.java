package ma.qutb.registry.organisation;

import java.time.LocalDate;
import java.util.Set;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.person.Story;
import org.jspecify.annotations.Nullable;

/**
 * What a registrar writes down about an organisation.
 *
 * @param shareCapital in centimes
 */
public record OrganisationDetails(
        OrganisationName name,
        LegalForm legalForm,
        boolean partner,
        boolean supplier,
        Status status,
        Numbers numbers,
        Seat seat,
        @Nullable Long shareCapital,
        @Nullable LocalDate foundedOn,
        @Nullable LocalDate dissolvedOn,
        Set<CraftCode> crafts,
        Story story) {

    public OrganisationDetails {
        crafts = Set.copyOf(crafts);
    }
}
