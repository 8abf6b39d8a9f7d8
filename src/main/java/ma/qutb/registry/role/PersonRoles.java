package ma.qutb.registry.role;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** What people are and were. */
interface PersonRoles extends CrudRepository<PersonRole, UUID> {}
