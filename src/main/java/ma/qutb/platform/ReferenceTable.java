package ma.qutb.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * One file of the reference data ({@code reference/*.csv}: UTF-8, commas, RFC 4180 quotes, a line of headings). Read
 * strictly: what a module cannot take stops the start with file, line and reason, so that no fact is lost in silence.
 *
 * <p>Modules load theirs at start-up in runners ordered as they depend on each other: registry 10, materials 15, market 16, programmes 20;
 * demonstration data comes after 100.
 */
public final class ReferenceTable {

    private final String file;
    private final List<ReferenceRow> rows = new ArrayList<>();

    private ReferenceTable(String file, String text) {
        this.file = file;
        List<String> heading = null;
        for (var record : new CsvText(file, text).records()) {
            if (heading == null) {
                heading = record.cells();
                if (new HashSet<>(heading).size() != heading.size()) {
                    throw new BrokenReference(file, record.line(), "two columns have the same heading");
                }
                continue;
            }
            if (record.cells().size() != heading.size()) {
                throw new BrokenReference(
                        file, record.line(), record.cells().size() + " cells where the heading has " + heading.size());
            }
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < heading.size(); i++) {
                cells.put(heading.get(i), record.cells().get(i).strip());
            }
            rows.add(new ReferenceRow(file, record.line(), cells));
        }
    }

    /**
     * Reads a file.
     *
     * @param file name below {@code reference/}, for example {@code territories.csv}
     * @throws BrokenReference when the file is missing or malformed
     */
    public static ReferenceTable read(String file) {
        var resource = new ClassPathResource("reference/" + file);
        if (!resource.exists()) {
            throw new BrokenReference(file, 0, "the file is missing");
        }
        try {
            return of(file, resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a text as if it were this file. */
    public static ReferenceTable of(String file, @Nullable String text) {
        return new ReferenceTable(file, text == null ? "" : text);
    }

    /** The rows, in the order of the file. */
    public List<ReferenceRow> rows() {
        return List.copyOf(rows);
    }

    public String file() {
        return file;
    }
}
