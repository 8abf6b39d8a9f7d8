package ma.qutb.materials.counter;

import java.util.Optional;
import ma.qutb.documents.FileId;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at the counter, as the clerk sees them.
 *
 * @param number of their record
 * @param photo to compare with who stands there
 * @param refusal why they cannot buy this material; null: they can
 */
public record Buyer(
        PersonId id,
        long number,
        LocalName name,
        Optional<FileId> photo,
        boolean demonstration,
        @Nullable Refusal refusal) {

    public @Nullable String picture() {
        return photo.map(it -> it.thumbnail(160)).orElse(null);
    }

    public String said() {
        return "%06d".formatted(number);
    }
}
