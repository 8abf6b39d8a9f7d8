package ma.qutb.shell;

import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a record, or is still to come.
 *
 * @param when already in the reader's words
 * @param ahead not yet done
 */
public record TimelineEntry(
        String when,
        String text,
        @Nullable String detail,
        @Nullable String href,
        boolean ahead) {

    public TimelineEntry(String when, String text, @Nullable String detail) {
        this(when, text, detail, null, false);
    }
}
