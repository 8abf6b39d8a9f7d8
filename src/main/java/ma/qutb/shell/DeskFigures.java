package ma.qutb.shell;

import java.util.List;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import org.jspecify.annotations.Nullable;

/** What a module shows on the first page of staff: a few figures this user may see, most pressing first. A bean of the module. */
public interface DeskFigures {

    /** At most three, of real records only, within the user's scope. */
    List<Figure> of(Actor actor, Language language);

    /**
     * One figure.
     *
     * @param label message key of what is counted
     * @param path the list behind it
     */
    record Figure(
            String label, long value, String icon, @Nullable String path) {}
}
