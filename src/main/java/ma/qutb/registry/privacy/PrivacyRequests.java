package ma.qutb.registry.privacy;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Requests about personal data. */
interface PrivacyRequests extends CrudRepository<PrivacyRequest, UUID> {}
