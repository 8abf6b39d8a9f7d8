package ma.qutb.importing;

import java.io.IOException;
import java.nio.file.Path;

/** Reads a file from its first line to its last, one at a time. */
interface Lines {

    /** Called for every line that is not empty, the heading first. Returns false to stop. */
    @FunctionalInterface
    interface Reader {
        /**
         * @param line its number in the file, from 1
         * @param cells as written; never null
         */
        boolean line(int line, String... cells);
    }

    void read(Path file, Reader reader) throws IOException;

    static Lines of(FileForm form) {
        return form.csv() ? new CsvLines(form) : new XlsxLines();
    }
}
