package ma.qutb.documents;

import java.util.Optional;
import ma.qutb.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Takes in what people upload, and gives it back. */
public interface Files {

    /**
     * Checks, cleans and keeps a file.
     *
     * @throws ma.qutb.kernel.Refusal when it is empty, too big, not of an accepted format, unreadable, or infected
     */
    StoredFile store(Upload upload, FilePurpose purpose, Actor by);

    Optional<StoredFile> find(FileId id);

    /**
     * What a form brought: the file its script had sent ahead, or else the file itself, where there is no script. The tag
     * {@code upload} makes both fields; empty when the user chose nothing.
     *
     * @throws ma.qutb.kernel.Refusal as {@link #store}
     */
    default Optional<StoredFile> take(String id, @Nullable MultipartFile file, FilePurpose purpose, Actor by) {
        var ahead = uploaded(id, purpose, by);
        return ahead.isPresent() || file == null || file.isEmpty()
                ? ahead
                : Optional.of(store(Upload.of(file), purpose, by));
    }

    /**
     * The file a form names, if this user uploaded it for this purpose: others' ids typed into a form find nothing.
     *
     * @param id as posted; empty when nothing was uploaded
     */
    Optional<StoredFile> uploaded(String id, FilePurpose purpose, Actor by);

    /** The content. */
    byte[] open(StoredFile file);

    /** The content of a smaller copy of a photo, if there is one of this width. */
    Optional<byte[]> thumbnail(FileId id, int width);

    /** Whether this reader may see the file. */
    boolean maySee(StoredFile file, @Nullable Actor actor);
}
