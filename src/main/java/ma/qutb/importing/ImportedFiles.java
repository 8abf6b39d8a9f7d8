package ma.qutb.importing;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What imports still keep of the files that came: the files themselves and what was wrong in them, for thirty days. Modules that know
 * people ask here for what is about one of them. How many rows were read, taken and rejected stays in the reports for ever.
 */
public interface ImportedFiles {

    /**
     * A line of a file that is about somebody.
     *
     * @param file name of the file
     * @param line in the file, the heading being on line 1
     */
    record Line(String file, int line, Instant receivedAt) {}

    /**
     * The lines whose cells fit. Reads all that is kept: for single questions, never for a page.
     *
     * @param fits told the cells of a line as somebody sees them, without invisible characters
     */
    List<Line> linesWhere(Predicate<List<String>> fits);

    /**
     * Throws away every file with such a line, in the caller's transaction; what was said of these lines goes too, an import that was
     * not yet taken over has to begin again.
     *
     * @param fits as in {@link #linesWhere}; also told each single text that was said about other lines
     * @return how many files went
     */
    int forget(Predicate<List<String>> fits);

    /** How many files are older than imports keep them and wait to be thrown away. */
    int due();

    /** Throws these away now; they would go by themselves within a day. */
    int forgetDue();
}
