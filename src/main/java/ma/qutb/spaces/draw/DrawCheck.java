package ma.qutb.spaces.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Computes a draw again from its published files and says what does not fit, by file and line. */
public final class DrawCheck {

    /**
     * @param file which of the four
     * @param line from 1; 0 for the file as a whole
     */
    public record Finding(String file, int line, Kind kind, String expected, String found) {}

    /** What can be wrong with a file. */
    public enum Kind {
        /** Not in the form of such a file: order, spaces, line ends, a number twice. */
        FORM,
        /** The list is not the one whose fingerprint was published. */
        LIST,
        /** The promise is not the one the seed was drawn for. */
        COMMITMENT,
        /** The seed is not the one the result was computed with. */
        SEED,
        /** The order is not what list and seed give. */
        ORDER
    }

    private final DrawFiles files;
    private final List<Finding> findings = new ArrayList<>();

    private DrawCheck(DrawFiles files) {
        this.files = files;
    }

    /** Empty when everything fits. */
    public static List<Finding> of(DrawFiles files) {
        return new DrawCheck(files).check();
    }

    private List<Finding> check() {
        var numbers = files.list().lines().toList();
        compare(DrawFiles.LIST, 0, Kind.FORM, canonical(numbers), files.list());
        var promised = value(DrawFiles.COMMITMENT, files.commitment(), 2, "list-sha256 ");
        compare(DrawFiles.LIST, 0, Kind.LIST, promised, Fingerprint.sha256(files.list()));
        var source = value(DrawFiles.COMMITMENT, files.commitment(), 3, "seed-source ");
        var draw = value(DrawFiles.COMMITMENT, files.commitment(), 1, "draw ");
        compare(
                DrawFiles.COMMITMENT,
                0,
                Kind.FORM,
                "draw " + draw + "\nlist-sha256 " + promised + "\nseed-source " + source + "\n",
                files.commitment());
        compare(
                DrawFiles.COMMITMENT,
                0,
                Kind.COMMITMENT,
                value(DrawFiles.SEED, files.seed(), 1, "commitment-sha256 "),
                Fingerprint.sha256(files.commitment()));
        var seed = value(DrawFiles.SEED, files.seed(), 2, "seed ");
        compare(DrawFiles.SEED, 0, Kind.FORM, DrawFiles.seed(files.commitment(), seed), files.seed());
        compare(
                DrawFiles.SEED,
                0,
                Kind.SEED,
                value(DrawFiles.RESULT, files.result(), 1, "seed-file-sha256 "),
                Fingerprint.sha256(files.seed()));
        order(DrawFiles.result(files.seed(), seed, numbers));
        return List.copyOf(findings);
    }

    private static String canonical(List<String> numbers) {
        var sorted = new TreeSet<>(numbers);
        return sorted.isEmpty() ? "" : String.join("\n", sorted) + "\n";
    }

    private void order(String expected) {
        var ours = expected.lines().toList();
        var theirs = files.result().lines().toList();
        // A changed list changes many lines; the first few lead to it.
        int before = findings.size();
        int enough = before + 5;
        for (int line = 1; line < Math.max(ours.size(), theirs.size()) && findings.size() < enough; line++) {
            compare(DrawFiles.RESULT, line + 1, Kind.ORDER, at(ours, line), at(theirs, line));
        }
        if (findings.size() == before) {
            compare(DrawFiles.RESULT, 0, Kind.FORM, expected, files.result());
        }
    }

    private static String at(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : "";
    }

    private String value(String file, String text, int line, String name) {
        var found = at(text.lines().toList(), line - 1);
        if (found.startsWith(name)) {
            return found.substring(name.length());
        }
        findings.add(new Finding(file, line, Kind.FORM, name.strip(), found));
        return "";
    }

    private void compare(String file, int line, Kind kind, String expected, String found) {
        if (!Objects.equals(expected, found)) {
            findings.add(
                    new Finding(file, line, kind, firstDifference(expected, found), firstDifference(found, expected)));
        }
    }

    /** What stands where two texts part, enough to find it with the eye. */
    private static String firstDifference(String text, String other) {
        int at = 0;
        while (at < Math.min(text.length(), other.length()) && text.charAt(at) == other.charAt(at)) {
            at++;
        }
        var from = Math.max(0, at - 12);
        return text.substring(from, Math.min(text.length(), at + 12)).replace("\n", "⏎");
    }
}
