package ma.qutb.shell.search;

import java.util.List;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;

/** Something the global search box looks in; each module offers its own as a bean. */
public interface SearchSource {

    /** Message key of the heading its hits stand under. */
    String heading();

    /** Place among the headings. */
    int order();

    /**
     * What this user may see that fits what they typed, best first.
     *
     * @param typed at least two characters, as typed
     * @param limit at most so many
     */
    List<Hit> find(String typed, Actor actor, Language language, int limit);

    /**
     * One line of an answer.
     *
     * @param icon symbol of the sprite without {@code i-}
     * @param demonstration whether the record is made up
     */
    record Hit(String title, String subtitle, String icon, String path, boolean demonstration) {}
}
