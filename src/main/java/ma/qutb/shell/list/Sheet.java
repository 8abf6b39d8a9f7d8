package ma.qutb.shell.list;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import ma.qutb.kernel.Language;
import org.jspecify.annotations.Nullable;

/** A file being written row by row; nothing of it is kept in memory. */
public interface Sheet extends AutoCloseable {

    void heading(List<String> words) throws IOException;

    /** One row; values as in {@link ListRow.Cell}, already in the reader's words where they are codes. */
    void row(List<Column> columns, List<@Nullable Object> values) throws IOException;

    /** One row of texts. */
    default void texts(List<String> texts) throws IOException {
        row(Collections.nCopies(texts.size(), Column.text("text", "")), List.copyOf(texts));
    }

    /**
     * Begins a file.
     *
     * @param format {@code csv} or {@code xlsx}
     * @param title name of the sheet
     */
    static Sheet of(String format, OutputStream stream, Language language, String title) throws IOException {
        return format.equals("csv") ? new CsvSheet(stream, language) : new XlsxSheet(stream, language, title);
    }

    /** What a browser is told it gets. */
    static String contentType(String format) {
        return format.equals("csv")
                ? "text/csv;charset=UTF-8"
                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    /** Sends what was written so far. */
    void flush() throws IOException;

    @Override
    void close() throws IOException;
}
