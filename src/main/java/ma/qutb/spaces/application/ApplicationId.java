package ma.qutb.spaces.application;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** An application to a call. */
public record ApplicationId(UUID value) {

    public static ApplicationId next() {
        return new ApplicationId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
