package ma.qutb.registry.privacy;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Proposals to make people anonymous. */
interface Anonymisations extends CrudRepository<Anonymisation, UUID> {}
