package ma.qutb.documents;

import java.util.Optional;
import ma.qutb.kernel.Actor;

/** Takes in what people upload, and gives it back. */
public interface Files {

    /**
     * Checks, cleans and keeps a file.
     *
     * @param name as the sender calls it
     * @param content all of it
     * @throws ma.qutb.kernel.Refusal when it is empty, too big, not of an accepted format, unreadable, or infected
     */
    StoredFile store(String name, byte[] content, FilePurpose purpose, Actor by);

    Optional<StoredFile> find(FileId id);

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
    boolean maySee(StoredFile file, @org.jspecify.annotations.Nullable Actor actor);
}
