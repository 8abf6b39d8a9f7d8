package ma.qutb.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as its page shows it.
 *
 * @param samples what stands under each heading, while columns are being named
 * @param problems one page of what is wrong
 * @param onward where to go when it is done
 */
public record ImportView(
        String id,
        String kind,
        String texts,
        String state,
        boolean working,
        String fileName,
        long fileKilobytes,
        String format,
        String charset,
        List<Heading> headings,
        List<Known> columns,
        Found found,
        Taken taken,
        @Nullable Work work,
        @Nullable String failure,
        List<String> failureArguments,
        List<Line> problems,
        int problemPage,
        int problemPages,
        boolean rejectedOnly,
        List<ImportKind.Way> onward) {

    /** A heading of the file, the key of the column it means (or empty), and what stands under it. */
    public record Heading(String text, String key, List<String> samples) {}

    /** A column of the kind. */
    public record Known(String key, boolean required) {}

    /** What a trial found. */
    public record Found(int rows, int good, int warned, int rejected, int known) {}

    /** What was taken over. */
    public record Taken(int created, int changed, int unchanged) {}

    /** How far the work is; share 0 to 100, negative when not known; remaining seconds, negative when not known. */
    public record Work(int rows, double percent, long speed, long remaining) {}

    /** One thing wrong with one row. */
    public record Line(int line, boolean rejected, String column, String value, String code, List<String> arguments) {
        public Object[] words() {
            return arguments.toArray();
        }
    }

    /** Whether every row came in with an earlier file. */
    public boolean nothingNew() {
        return found.known() > 0 && found.good() == 0 && found.rejected() == 0;
    }

    public Object[] failureWords() {
        return failureArguments.toArray();
    }

    /** Where this import stands among its steps, from 0. */
    public int step() {
        return switch (state) {
            case "mapping", "failed" -> 1;
            case "trial" -> 2;
            case "tried" -> 3;
            default -> 4;
        };
    }
}
