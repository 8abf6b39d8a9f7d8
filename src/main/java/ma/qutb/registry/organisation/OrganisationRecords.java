package ma.qutb.registry.organisation;

import ma.qutb.registry.OrganisationId;
import org.springframework.data.repository.CrudRepository;

/** The records of organisations. */
interface OrganisationRecords extends CrudRepository<Organisation, OrganisationId> {}
