package ma.qutb.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is kept: photos upright, at most {@link #LONGEST_SIDE} pixels a side, without what the camera noted of place and
 * owner.
 *
 * @param purpose code of its {@link FilePurpose}
 * @param name as the sender called it, fit to be shown
 * @param width in pixels, as {@code height}; null where it is no photo
 */
public record StoredFile(
        FileId id,
        String purpose,
        String name,
        FileFormat format,
        int size,
        String sha256,
        @Nullable Integer width,
        @Nullable Integer height,
        Instant uploadedAt,
        UUID uploadedBy) {

    /** Photos are shrunk to this many pixels. */
    public static final int LONGEST_SIDE = 1600;

    /** Widths in which every photo can also be had, as WebP: in a list, on a card, on a page. */
    public static final List<Integer> THUMBNAILS = List.of(160, 480, 960);
}
