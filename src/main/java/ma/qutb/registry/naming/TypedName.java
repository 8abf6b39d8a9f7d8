package ma.qutb.registry.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A name as somebody is typing it: the last word may be unfinished, the order is theirs. */
public final class TypedName {

    private final List<TypedWord> words;
    private final List<Word> heard;

    private TypedName(List<TypedWord> words, List<Word> heard) {
        this.words = words;
        this.heard = heard;
    }

    /**
     * One word of it.
     *
     * @param folded its letters, folded and with its particle joined
     * @param skeletons the skeletons a name must have one of to be this word
     * @param beginnings if the word may be unfinished, what the skeleton of the finished one may begin with; otherwise empty
     */
    public record TypedWord(String folded, Set<String> skeletons, Set<String> beginnings) {

        /** Whether more letters may follow. */
        public boolean unfinished() {
            return !beginnings.isEmpty();
        }
    }

    /** Reads what was typed; a space at the end finishes the last word. Titles do not count beside a name. */
    public static TypedName of(@Nullable String typed) {
        var heard = Word.in(typed);
        var names = heard.stream().filter(word -> !word.title()).toList();
        if (!names.isEmpty()) {
            heard = names;
        }
        boolean finished =
                typed != null && !typed.isEmpty() && Character.isWhitespace(typed.charAt(typed.length() - 1));
        var words = new ArrayList<TypedWord>();
        for (int i = 0; i < heard.size(); i++) {
            boolean unfinished = i == heard.size() - 1 && !finished;
            var word = heard.get(i);
            words.add(new TypedWord(word.folded(), word.skeletons(), unfinished ? beginnings(word) : Set.of()));
        }
        return new TypedName(List.copyOf(words), heard);
    }

    /** Its words, without titles. */
    public List<TypedWord> words() {
        return words;
    }

    /**
     * How well a name fits what was typed, 0 to 1: letters before sounds, finished words before beginnings.
     *
     * @param names the ways the name is registered, in any script
     */
    public double fits(List<String> names) {
        var candidates = names.stream().flatMap(name -> Word.in(name).stream()).toList();
        double sum = 0;
        for (int i = 0; i < words.size(); i++) {
            double best = 0;
            for (var candidate : candidates) {
                best = Math.max(best, fit(words.get(i), heard.get(i), candidate));
            }
            sum += best;
        }
        return words.isEmpty() ? 0 : sum / words.size();
    }

    private static double fit(TypedWord typed, Word heard, Word candidate) {
        if (typed.folded().equals(candidate.folded())) {
            return 1;
        }
        double best = 0.98 * heard.likeness(candidate);
        if (typed.unfinished()) {
            if (candidate.folded().startsWith(typed.folded())) {
                return Math.max(best, 0.97);
            }
            boolean begins = candidate.sounds().stream()
                    .anyMatch(sound -> typed.beginnings().stream().anyMatch(sound.consonants()::startsWith));
            best = begins ? Math.max(best, 0.9) : best;
        }
        return best;
    }

    private static Set<String> beginnings(Word word) {
        // In the middle of "ch" the c is not yet a letter.
        boolean half = word.folded().length() > 1 && word.folded().endsWith("c");
        var soFar = half ? Word.of(word.folded().substring(0, word.folded().length() - 1)) : word;
        return soFar.skeletons();
    }
}
