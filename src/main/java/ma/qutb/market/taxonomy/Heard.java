package ma.qutb.market.taxonomy;

import java.util.Collection;
import java.util.stream.Stream;
import ma.qutb.registry.naming.Skeleton;

/** Words as they sound, so that a name is found in Arabic and Latin letters however it is spelled (كلميم, Guelmim, Goulimine). */
public final class Heard {

    /** Sets a sound apart from a word that is spelled like one. */
    private static final String SIGN = "~";

    /** A sound of fewer consonants is like half of the words there are. */
    private static final int SHORTEST = 3;

    private Heard() {}

    /** The sounds of all words of a text, each as one word. */
    public static Stream<String> of(String text) {
        return Skeleton.of(text).stream()
                .flatMap(Collection::stream)
                .filter(it -> it.length() >= SHORTEST)
                .map(it -> SIGN + it)
                .distinct();
    }
}
