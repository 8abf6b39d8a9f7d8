package ma.qutb.documents;

import java.util.Set;
import ma.qutb.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What files are uploaded for. The module that keeps them on its records offers one as a bean and decides who may add and
 * who may see them; besides, whoever uploaded a file may see it, to check what they sent.
 */
public interface FilePurpose {

    /** For example {@code registry.person-photo}; kept with each file. */
    String code();

    /** One of the sets of {@link FileFormat}, or any other. */
    Set<FileFormat> accepts();

    boolean mayAdd(Actor actor);

    /**
     * Whether this reader may see the file now: for example because their scope holds the person, or because the person
     * agreed to show the photo to everybody.
     *
     * @param actor null for somebody who is not signed in
     */
    boolean maySee(StoredFile file, @Nullable Actor actor);
}
