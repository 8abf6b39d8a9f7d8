package ma.qutb.registry.photo;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of the picture of a record when its form is saved. */
public sealed interface PictureChange {

    PictureChange STAYS = new Stays();

    record Stays() implements PictureChange {}

    record Goes() implements PictureChange {}

    /** @param file the stored one */
    record Becomes(UUID file) implements PictureChange {}

    /** The picture after the change; null for none. */
    default @Nullable UUID after(@Nullable UUID now) {
        return switch (this) {
            case Stays() -> now;
            case Goes() -> null;
            case Becomes(UUID file) -> file;
        };
    }
}
