package ma.qutb.spaces.call;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** A call for applications. */
public record CallId(UUID value) {

    public static CallId next() {
        return new CallId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
