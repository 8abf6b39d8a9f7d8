package ma.qutb.documents;

import java.util.UUID;
import ma.qutb.kernel.Ids;

/** A stored file; what it contains never changes. */
public record FileId(UUID value) {

    public static FileId next() {
        return new FileId(Ids.next());
    }

    /** Address of the file. */
    public String path() {
        return "/files/" + value;
    }

    /** Address of a smaller copy of a photo; the widths there are stand in {@link StoredFile#THUMBNAILS}. */
    public String thumbnail(int width) {
        return path() + "/" + width + ".webp";
    }
}
