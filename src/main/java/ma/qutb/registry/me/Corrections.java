package ma.qutb.registry.me;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.PersonId;
import org.springframework.data.repository.CrudRepository;

/** Corrections artisans proposed. */
interface Corrections extends CrudRepository<Correction, UUID> {

    List<Correction> findByPersonIdOrderByProposedAtDesc(PersonId person);

    Optional<Correction> findByPersonIdAndFieldAndState(
            PersonId person, Correction.Field field, Correction.State state);
}
