package ma.qutb.registry;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** A cooperative, association, enterprise or other body of the registry. */
public record OrganisationId(UUID value) {

    public static OrganisationId next() {
        return new OrganisationId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
