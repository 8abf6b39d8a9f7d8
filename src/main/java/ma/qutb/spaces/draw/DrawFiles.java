package ma.qutb.spaces.draw;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The four files of a draw as they are published, UTF-8 with a line feed after every line: {@code list.txt} and
 * {@code commitment.txt} before the ceremony, {@code seed.txt} and {@code result.txt} after it.
 */
public record DrawFiles(String list, String commitment, String seed, String result) {

    public static final String LIST = "list.txt";
    public static final String COMMITMENT = "commitment.txt";
    public static final String SEED = "seed.txt";
    public static final String RESULT = "result.txt";

    /** Numbers of applications, each once, in the order of their characters. */
    public static String list(Collection<String> numbers) {
        var sorted = new TreeSet<>(numbers);
        if (sorted.size() < numbers.size()) {
            throw new IllegalArgumentException("a number takes part twice in the draw");
        }
        return lines(List.copyOf(sorted));
    }

    /**
     * What is promised before the ceremony.
     *
     * @param draw number of the draw
     * @param source in one line, where the seed will come from and when
     */
    public static String commitment(String draw, String list, String source) {
        return lines(List.of(
                "draw " + oneLine(draw), "list-sha256 " + Fingerprint.sha256(list), "seed-source " + oneLine(source)));
    }

    /** What came out of the ceremony, in one line, without space around it. */
    public static String seed(String commitment, String seed) {
        return lines(List.of("commitment-sha256 " + Fingerprint.sha256(commitment), "seed " + oneLine(seed)));
    }

    /** The whole draw. */
    public static DrawFiles drawn(Collection<String> numbers, String draw, String source, String seed) {
        var list = list(numbers);
        var commitment = commitment(draw, list, source);
        var seedFile = seed(commitment, seed);
        return new DrawFiles(list, commitment, seedFile, result(seedFile, seed, numbers));
    }

    /** Place, number and HMAC of each, the first drawn first. */
    static String result(String seedFile, String seed, Collection<String> numbers) {
        var order = order(oneLine(seed), numbers);
        return "seed-file-sha256 " + Fingerprint.sha256(seedFile) + "\n"
                + lines(IntStream.range(0, order.size())
                        .mapToObj(
                                i -> (i + 1) + " " + order.get(i) + " " + Fingerprint.hmac(oneLine(seed), order.get(i)))
                        .toList());
    }

    /** Numbers in the order in which they are drawn: by their HMAC under the seed, the smallest first. */
    public static List<String> order(String seed, Collection<String> numbers) {
        return numbers.stream()
                .map(it -> new String[] {Fingerprint.hmac(seed, it), it})
                .sorted(Comparator.<String[], String>comparing(it -> it[0]).thenComparing(it -> it[1]))
                .map(it -> it[1])
                .toList();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(it -> it + "\n").collect(Collectors.joining());
    }
}
