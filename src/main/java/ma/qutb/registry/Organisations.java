package ma.qutb.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What other modules may ask about organisations. */
public interface Organisations {

    Optional<Summary> find(OrganisationId organisation);

    /** Those of them that exist, by id. */
    Map<OrganisationId, Summary> find(Collection<OrganisationId> organisations);

    /** The organisation the reference data calls by this code, for example {@code ORG-AGSUD}. */
    Optional<Summary> byReference(String code);

    /** What it is and who belongs to it on a day; nothing for one that became part of another. */
    Optional<Standing> standing(OrganisationId organisation, LocalDate day);

    /** The active cooperatives and enterprises this person presides over or manages on a day, by name. */
    List<Summary> ledBy(PersonId person, LocalDate day);

    /**
     * An organisation and its members.
     *
     * @param active neither being formed nor dormant nor dissolved
     * @param members people who belong to it, whatever they do in it, without those it employs
     * @param women those of them the registry knows to be women
     */
    record Standing(Summary summary, boolean active, Set<CraftCode> crafts, int members, int women) {
        public Standing {
            crafts = Set.copyOf(crafts);
        }
    }

    /** The day it was dissolved; empty while it stands. */
    Optional<LocalDate> dissolved(OrganisationId organisation);

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
