package ma.qutb.registry.naming;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How alike two names are, part by part.
 *
 * @param given likeness of the given names, 0 to 1
 * @param family likeness of the family names, 0 to 1
 * @param swapped whether they agree only when the one is read family name first
 * @param givenShare bearers of the given name per thousand
 * @param familyShare bearers of the family name per thousand
 */
record NameComparison(double given, double family, boolean swapped, double givenShare, double familyShare) {

    private static final double TITLE_WEIGHT = 0.15;

    /** Part of a likeness lost for each name that one has and the other has not: محمد سالم and محمد. */
    private static final double MISSING_WEIGHT = 0.2;

    /** By how much the names must agree better in the other order before they count as exchanged. */
    private static final double SWAPPED_BETTER = 0.1;

    static NameComparison of(FullName one, FullName other) {
        var oneGiven = Spelled.of(one.givenArabic(), one.givenLatin());
        var oneFamily = Spelled.of(one.familyArabic(), one.familyLatin());
        var otherGiven = Spelled.of(other.givenArabic(), other.givenLatin());
        var otherFamily = Spelled.of(other.familyArabic(), other.familyLatin());
        var straight = between(oneGiven, otherGiven, oneFamily, otherFamily, false);
        if (straight.weakest() >= 1 - SWAPPED_BETTER) {
            return straight;
        }
        var swapped = between(oneGiven, otherFamily, oneFamily, otherGiven, true);
        return swapped.weakest() > straight.weakest() + SWAPPED_BETTER ? swapped : straight;
    }

    private static NameComparison between(
            Spelled given, Spelled otherGiven, Spelled family, Spelled otherFamily, boolean swapped) {
        return new NameComparison(
                given.likeness(otherGiven),
                family.likeness(otherFamily),
                swapped,
                Math.min(given.share(), otherGiven.share()),
                Math.min(family.share(), otherFamily.share()));
    }

    private double weakest() {
        return Math.min(given, family);
    }

    /** A part of a name in the scripts in which it was written. */
    private record Spelled(List<Word> arabic, List<Word> latin) {

        static Spelled of(@Nullable String arabic, @Nullable String latin) {
            return new Spelled(Word.in(arabic), Word.in(latin));
        }

        double share() {
            return written().stream()
                    .flatMap(List::stream)
                    .filter(word -> !word.title())
                    .mapToDouble(word -> FrequentNames.share(word.folded()))
                    .min()
                    .orElse(1);
        }

        private List<List<Word>> written() {
            return List.of(arabic, latin).stream()
                    .filter(words -> !words.isEmpty())
                    .toList();
        }

        /** The best agreement of one script decides mostly: a clerk knew that spelling and guessed the other. */
        double likeness(Spelled other) {
            var scripts = new ArrayList<Double>();
            if (!arabic.isEmpty() && !other.arabic.isEmpty()) {
                scripts.add(words(arabic, other.arabic));
            }
            if (!latin.isEmpty() && !other.latin.isEmpty()) {
                scripts.add(words(latin, other.latin));
            }
            if (scripts.isEmpty()) {
                for (var mine : written()) {
                    for (var theirs : other.written()) {
                        scripts.add(words(mine, theirs));
                    }
                }
            }
            if (scripts.isEmpty()) {
                return 0.5;
            }
            double best =
                    scripts.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            double worst =
                    scripts.stream().mapToDouble(Double::doubleValue).min().orElse(0);
            return 0.6 * best + 0.4 * worst;
        }

        private static double words(List<Word> one, List<Word> other) {
            return one.size() == other.size()
                    ? Math.max(paired(one, other), paired(other, one))
                    : one.size() < other.size() ? paired(one, other) : paired(other, one);
        }

        private static double paired(List<Word> fewer, List<Word> others) {
            var more = new ArrayList<>(others);
            double sum = 0;
            double weight = 0;
            for (var word : fewer) {
                int match = 0;
                double best = -1;
                for (int i = 0; i < more.size() && best < 1; i++) {
                    double likeness = likeness(word, more.get(i));
                    if (likeness > best) {
                        best = likeness;
                        match = i;
                    }
                }
                more.remove(match);
                double counts = word.title() ? TITLE_WEIGHT : 1;
                sum += counts * best;
                weight += counts;
            }
            if (weight == 0) {
                return 0;
            }
            double missing = more.stream()
                    .mapToDouble(word -> word.title() ? 0.02 : MISSING_WEIGHT)
                    .sum();
            return Math.max(0, sum / weight - missing);
        }

        private static double likeness(Word one, Word other) {
            if (FrequentNames.same(one.folded(), other.folded())) {
                return 1;
            }
            double likeness = one.likeness(other);
            return FrequentNames.differ(one.folded(), other.folded()) ? Math.min(likeness, 0.3) : likeness;
        }
    }
}
