package ma.qutb.documents;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** An issued document. */
public record DocumentId(UUID value) {

    public static DocumentId next() {
        return new DocumentId(Ids.next());
    }
}
