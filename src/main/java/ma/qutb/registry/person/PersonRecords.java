package ma.qutb.registry.person;

import ma.qutb.registry.PersonId;
import org.springframework.data.repository.CrudRepository;

/** The records of people. */
interface PersonRecords extends CrudRepository<Person, PersonId> {}
