package ma.qutb.registry.naming;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The consonant skeleton of a name, the same from Arabic and from Moroccan French spelling: {@code FTM} for فاطمة,
 * {@code Fatima}, {@code Fatma} and {@code فاطمه}. A word that can be heard in several ways has several skeletons; two words are
 * worth comparing when they share one.
 */
public final class Skeleton {

    private Skeleton() {}

    /** For each word of the text (particles joined), its skeletons, the usual one first; words without letters stand as they are. */
    public static List<Set<String>> of(@Nullable String text) {
        return Word.in(text).stream().map(Word::skeletons).toList();
    }

    /** The usual skeleton of each word. */
    public static List<String> usual(@Nullable String text) {
        return of(text).stream().map(skeletons -> skeletons.iterator().next()).toList();
    }

    /** For each word of the text, whether it is a title such as Moulay or Lalla, which many leave out. */
    public static List<Boolean> titles(@Nullable String text) {
        return Word.in(text).stream().map(Word::title).toList();
    }

    /** Whether a name with this skeleton is borne by many. */
    public static boolean isFrequent(String skeleton) {
        return FrequentNames.SKELETONS.contains(skeleton);
    }
}
