package ma.qutb.registry.naming;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names borne by many, from {@code registry/naming/frequent-names.csv}: they prove less, and some look alike but are not the same. */
final class FrequentNames {

    /** What a name not listed is taken to be borne by: one person in 4,000. */
    private static final double RARE = 0.25;

    private static final Map<String, Set<Integer>> NAMES = new HashMap<>();
    private static final Map<String, Double> SHARES = new HashMap<>();

    /** The usual skeletons of the listed names. */
    static final Set<String> SKELETONS = new HashSet<>();

    static {
        load();
    }

    private FrequentNames() {}

    /** Bearers of the name per thousand. */
    static double share(String folded) {
        return SHARES.getOrDefault(folded, RARE);
    }

    /** Whether both are listed and no spelling of the one is a spelling of the other: Hassan is not Houcine. */
    static boolean differ(String one, String other) {
        var first = NAMES.get(one);
        var second = NAMES.get(other);
        return first != null && second != null && first.stream().noneMatch(second::contains);
    }

    /** Whether both are spellings of one listed name. */
    static boolean same(String one, String other) {
        var first = NAMES.get(one);
        var second = NAMES.get(other);
        return first != null && second != null && first.stream().anyMatch(second::contains);
    }

    private static void load() {
        var file = FrequentNames.class.getResourceAsStream("/registry/naming/frequent-names.csv");
        if (file == null) {
            throw new IllegalStateException("frequent-names.csv is missing");
        }
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.startsWith("#")) {
                    read(line.split(",", 3), number);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String[] cells, int number) {
        double share = Double.parseDouble(cells[0]);
        for (var spelling : cells[2].split(" ")) {
            var folded = Folding.fold(spelling);
            NAMES.computeIfAbsent(folded, name -> new HashSet<>()).add(number);
            SHARES.merge(folded, share, Math::max);
            SKELETONS.addAll(Skeleton.usual(spelling));
        }
    }
}
