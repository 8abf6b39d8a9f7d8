package ma.qutb.market.finding;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.documents.FileId;
import ma.qutb.documents.StoredFile;
import ma.qutb.registry.LocalName;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a product: a stored file in several widths, or one of the program itself.
 *
 * @param seen what one sees, for whoever does not; empty where nobody wrote it
 */
public record Photo(@Nullable UUID file, @Nullable String asset, LocalName seen) {

    /** The widths there are, each with its address; empty for a picture of the program. */
    public Optional<String> widths() {
        return Optional.ofNullable(file)
                .map(FileId::new)
                .map(it -> StoredFile.THUMBNAILS.stream()
                        .map(width -> it.thumbnail(width) + " " + width + "w")
                        .collect(Collectors.joining(", ")));
    }

    /** Address of a stored file in this width. */
    public Optional<String> stored(int width) {
        return Optional.ofNullable(file).map(it -> new FileId(it).thumbnail(nearest(width)));
    }

    private static int nearest(int width) {
        return StoredFile.THUMBNAILS.stream()
                .min(Comparator.comparingInt(it -> Math.abs(it - width)))
                .orElse(width);
    }
}
