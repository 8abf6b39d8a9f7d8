package ma.qutb.registry.person;

import ma.qutb.registry.PersonId;
import org.springframework.data.repository.CrudRepository;

/** People as artisans. */
interface Artisans extends CrudRepository<Artisan, PersonId> {}
