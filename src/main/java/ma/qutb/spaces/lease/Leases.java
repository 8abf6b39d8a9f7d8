package ma.qutb.spaces.lease;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.LeaseId;

/** The leases, as other rooms know them. */
public interface Leases {

    Optional<Lease> find(LeaseId lease);

    /** The lease, if its unit lies where this user may do this. */
    Optional<Lease> find(LeaseId lease, Actor actor, String permission);

    Map<LeaseId, Lease> find(Collection<LeaseId> leases);

    /** Nobody else changes it until the transaction ends. */
    Optional<Lease> lock(LeaseId lease);

    /** The signed leases after this one, in the order of their ids; each is locked until the transaction ends. */
    List<Lease> lockSigned(Optional<LeaseId> after, int most);

    Optional<Lease> called(String number);

    /** Those a person signed, or an organisation whose head they are; newest first. */
    List<Lease> of(PersonId person);

    /** Where what a tenant owes stands in the ledger. */
    void account(UUID tenant, UUID account);
}
