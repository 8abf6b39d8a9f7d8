package ma.qutb.shell.list;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file being written row by row; nothing of it is kept in memory. */
interface Sheet extends AutoCloseable {

    void heading(List<String> words) throws IOException;

    /** One row; values as in {@link ListRow.Cell}, already in the reader's words where they are codes. */
    void row(List<Column> columns, List<@Nullable Object> values) throws IOException;

    /** Sends what was written so far. */
    void flush() throws IOException;

    @Override
    void close() throws IOException;
}
