package ma.qutb.registry.person;

import java.util.Map;
import ma.qutb.identity.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows an identity number in full to whoever needs it; that it was shown is written down before it is. */
@Service
class ShowingIdentity {

    private final IdentityVault vault;
    private final AuditTrail trail;

    ShowingIdentity(IdentityVault vault, AuditTrail trail) {
        this.vault = vault;
        this.trail = trail;
    }

    @Transactional
    public IdentityNumber show(PersonPage person) {
        var sealed = person.details().identity();
        if (sealed == null) {
            throw new IllegalStateException("nothing to show");
        }
        trail.record("see-cin", "registry.person", person.id().toString(), Map.of("mask", sealed.mask()));
        return vault.open(sealed);
    }
}
