package ma.qutb.importing;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;
import org.jspecify.annotations.Nullable;

/**
 * A file somebody wants to import, and how far that is.
 *
 * @param mapping for each heading the key of a column; empty: left out
 * @param scope territories of the person who sent it; null: everywhere
 * @param rowCount rows tried, of which {@code good} may be taken ({@code warned} of them with a warning), {@code rejected}
 *     may not, and {@code known} are in already
 * @param failure message key of why the last step came to nothing
 */
record Job(
        UUID id,
        String kind,
        State state,
        String fileName,
        long fileSize,
        FileForm form,
        List<String> headings,
        List<String> mapping,
        UUID actor,
        String actorName,
        @Nullable List<String> scope,
        Language language,
        Instant createdAt,
        Counts counts,
        ImportKind.Stored stored,
        @Nullable String failure,
        List<String> failureArguments) {

    enum State {
        /** Waits for somebody to say which column is which. */
        MAPPING,
        /** Rows are being tried. */
        TRIAL,
        /** Waits for somebody to take the good rows over. */
        TRIED,
        /** Good rows are being taken over. */
        STORING,
        STORED,
        FAILED,
        DISCARDED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        boolean working() {
            return this == TRIAL || this == STORING;
        }
    }

    /** What a trial found. */
    record Counts(int rows, int good, int warned, int rejected, int known) {}

    static FileForm form(String format, String charset, String separator) {
        return new FileForm(format, Charset.forName(charset), separator.charAt(0));
    }

    static Optional<List<String>> list(java.sql.@Nullable Array array) throws java.sql.SQLException {
        return array == null ? Optional.empty() : Optional.of(Arrays.asList((String[]) array.getArray()));
    }

    @Override
    public String toString() {
        return "import " + id;
    }
}
