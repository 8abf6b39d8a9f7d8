package ma.qutb.identity.account;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** All roles ever given. */
interface RolesHeld extends ListCrudRepository<RoleHeld, UUID> {

    List<RoleHeld> findByAccount(UUID account);
}
