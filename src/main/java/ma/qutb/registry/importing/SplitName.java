package ma.qutb.registry.importing;

import java.util.List;
import java.util.Set;
import ma.qutb.registry.naming.Folding;

/**
 * A whole name in two parts, given name first as it is said. What belongs to the word after it (سيدي, عبد) or before it (الدين) stays with
 * it; محمد is mostly followed by a second given name. A guess that somebody should look at.
 */
record SplitName(String given, String family) {

    private static final Set<String> BEFORE = folded(
            "سيدي سيد مولاي لالة لالا عبد ام نور عز شمس زين جمال كمال sidi sid moulay my lalla abd abdel abdou oum noor nour el al");
    private static final Set<String> AFTER =
            folded("الدين الله الزهراء الزهرة العيد eddine dine allah zahra ezzahra zohra");
    private static final Set<String> FAMILY =
            folded("بن ابن بنت ايت ولد منت اولاد بو ال اد ben bent ibn ait ould mint oulad bou el al id ouled");
    private static final Set<String> DOUBLE = folded("محمد احمد mohamed mohammed muhammad med ahmed");

    static SplitName of(String whole) {
        var words = List.of(whole.strip().split(" +"));
        int given = 1;
        while (given < words.size() - 1 && has(BEFORE, words.get(given - 1)) && !alone(words.get(given - 1), words)) {
            given++;
        }
        if (given < words.size() - 1 && has(AFTER, words.get(given))) {
            given++;
        } else if (given == 1 && words.size() > 2 && has(DOUBLE, words.getFirst()) && !has(FAMILY, words.get(1))) {
            given++;
        }
        return new SplitName(
                String.join(" ", words.subList(0, given)), String.join(" ", words.subList(given, words.size())));
    }

    /** Noor, Jamal, Kamal and the like are names of their own unless الدين follows. */
    private static boolean alone(String word, List<String> words) {
        boolean needsFaith = has(folded("نور عز شمس زين جمال كمال noor nour"), word);
        return needsFaith && (words.size() < 2 || !has(AFTER, words.get(1)));
    }

    private static boolean has(Set<String> words, String word) {
        return words.contains(Folding.fold(word));
    }

    private static Set<String> folded(String words) {
        return Set.of(Folding.words(words).stream().distinct().toArray(String[]::new));
    }
}
