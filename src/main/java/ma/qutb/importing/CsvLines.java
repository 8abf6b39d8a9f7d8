package ma.qutb.importing;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Lines of a CSV file. */
record CsvLines(FileForm form) implements Lines {

    private static final int MOST_COLUMNS = 500;

    @Override
    public void read(Path file, Reader reader) throws IOException {
        var settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(form.separator());
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setReadInputOnSeparateThread(false);
        settings.setMaxColumns(MOST_COLUMNS);
        // A field of any length is read, so that it can be told which row it spoils.
        settings.setMaxCharsPerColumn(-1);
        settings.setSkipEmptyLines(false);
        settings.setNullValue("");
        settings.setEmptyValue("");
        var parser = new CsvParser(settings);
        try (var text =
                new InputStreamReader(new BufferedInputStream(Files.newInputStream(file), 1 << 16), form.charset())) {
            parser.beginParsing(text);
            long before = 0;
            for (var cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
                int line = (int) before + 1;
                before = parser.getContext().currentLine();
                boolean directive = line == 1 && cells.length > 0 && cells[0].startsWith("sep=");
                boolean empty = Arrays.stream(cells).allMatch(String::isBlank);
                if (!directive && !empty && !reader.line(line, cells)) {
                    return;
                }
            }
        } catch (com.univocity.parsers.common.TextParsingException e) {
            throw new Unreadable("too-wide", e.getLineIndex() + 1, MOST_COLUMNS);
        } finally {
            parser.stopParsing();
        }
    }
}
