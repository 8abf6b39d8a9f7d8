package ma.qutb.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** What other modules may ask about people. Identity numbers are not among it. */
public interface People {

    Optional<Summary> find(PersonId person);

    /** Those of them that exist, by id. */
    Map<PersonId, Summary> find(Collection<PersonId> people);

    /** The person whom the reference data calls by this code, for example {@code P-OUALLA}. */
    Optional<Summary> byReference(String code);

    /** What this person practises; empty for whoever is no artisan of the registry, or whose record became part of another. */
    Optional<Practice> practice(PersonId person);

    /** The person with this number of the pole. */
    Optional<Summary> byNumber(long number);

    /** Whole years on a day; nothing where the birth is not known. Of a year alone, the years that are full at its end. */
    OptionalInt ageOn(PersonId person, LocalDate day);

    /**
     * An artisan and their crafts.
     *
     * @param suspended from the national register
     */
    record Practice(Summary person, Set<CraftCode> crafts, boolean suspended) {
        public Practice {
            crafts = Set.copyOf(crafts);
        }
    }

    /**
     * A person in a few words.
     *
     * @param name in Arabic and Latin letters, given name first; each stands for the other where one is missing
     * @param photo id of a stored file
     * @param demonstration whether the person is made up
     */
    record Summary(
            PersonId id,
            long number,
            LocalName name,
            Optional<TerritoryCode> territory,
            Optional<UUID> photo,
            boolean artisan,
            boolean demonstration) {}
}
