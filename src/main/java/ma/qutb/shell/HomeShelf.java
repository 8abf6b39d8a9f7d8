package ma.qutb.shell;

import java.util.List;
import ma.qutb.kernel.Language;
import org.jspecify.annotations.Nullable;

/** What came out of the workshops last, for the public home page. The module that sells offers it as a bean. */
public interface HomeShelf {

    /** The newest first; nothing where nothing is for sale. */
    List<Good> newest(Language reader);

    /**
     * Something one can have.
     *
     * @param by who made it, or of which craft and place it is
     * @param price centimes
     * @param share percent of the price that is left for the work
     * @param asset picture of the program, where it has one of these; null otherwise
     * @param stored address of a picture that was sent, with its widths beside; null otherwise
     */
    record Good(
            String path,
            String title,
            String by,
            long price,
            int share,
            boolean unique,
            boolean demonstration,
            @Nullable String asset,
            @Nullable String stored,
            @Nullable String widths) {}
}
