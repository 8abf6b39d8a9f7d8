package ma.qutb.registry.organisation;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Who belongs to which organisation. */
interface Memberships extends CrudRepository<Membership, UUID> {}
