package ma.qutb.registry.naming;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pairs of {@code registry/naming/labelled-pairs.csv}: two descriptions, and whether they are of one person. */
public final class LabelledPairs {

    private LabelledPairs() {}

    /** One line of the file. */
    public record Pair(int line, boolean same, String pattern, PersonFacts one, PersonFacts other) {

        /** The weights were tuned on these; the others were only measured. */
        public boolean forTuning() {
            return line % 2 == 0;
        }
    }

    /** How suggestions fare on pairs: the share of true pairs suggested, and the share of suggestions that are true. */
    public record Quality(double recall, double precision, int pairs) {

        public static Quality of(List<Pair> pairs) {
            long found = pairs.stream()
                    .filter(pair -> pair.same() && suggested(pair))
                    .count();
            long suggested = pairs.stream().filter(Quality::suggested).count();
            long all = pairs.stream().filter(Pair::same).count();
            return new Quality((double) found / all, (double) found / suggested, pairs.size());
        }

        private static boolean suggested(Pair pair) {
            return PersonComparison.compare(pair.one(), pair.other()).suggested();
        }
    }

    public static List<Pair> all() {
        var file =
                Objects.requireNonNull(LabelledPairs.class.getResourceAsStream("/registry/naming/labelled-pairs.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            var rows = lines.lines().skip(1).toList();
            return java.util.stream.IntStream.range(0, rows.size())
                    .mapToObj(i -> pair(i + 2, rows.get(i)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pair pair(int line, String row) {
        var cells = row.split(",", -1);
        return new Pair(line, cells[0].equals("yes"), cells[1], facts(cells, 2), facts(cells, 11));
    }

    private static PersonFacts facts(String[] cells, int at) {
        var birth = cell(cells, at + 4);
        return new PersonFacts(
                new FullName(cell(cells, at), cell(cells, at + 1), cell(cells, at + 2), cell(cells, at + 3)),
                birth == null ? null : LocalDate.parse(birth),
                cell(cells, at + 5),
                cell(cells, at + 6),
                cell(cells, at + 7),
                cell(cells, at + 8));
    }

    private static @Nullable String cell(String[] cells, int at) {
        return cells[at].isEmpty() ? null : cells[at];
    }
}
