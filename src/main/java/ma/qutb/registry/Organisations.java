package ma.qutb.registry;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What other modules may ask about organisations. */
public interface Organisations {

    Optional<Summary> find(OrganisationId organisation);

    /** Those of them that exist, by id. */
    Map<OrganisationId, Summary> find(Collection<OrganisationId> organisations);

    /** The organisation the reference data calls by this code, for example {@code ORG-AGSUD}. */
    Optional<Summary> byReference(String code);

    /**
     * An organisation in a few words.
     *
     * @param legalForm {@code COOPERATIVE}, {@code ASSOCIATION} …; its words are {@code registry.organisation.form.<in lower case>}
     * @param demonstration whether it is made up
     */
    record Summary(
            OrganisationId id,
            LocalName name,
            String legalForm,
            Optional<TerritoryCode> territory,
            boolean demonstration) {}
}
