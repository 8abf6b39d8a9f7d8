package ma.qutb.registry;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** A person of the registry. */
public record PersonId(UUID value) {

    public static PersonId next() {
        return new PersonId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
