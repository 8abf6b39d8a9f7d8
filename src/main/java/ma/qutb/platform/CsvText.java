package ma.qutb.platform;

import java.util.ArrayList;
import java.util.List;

/** Splits a CSV text into records that know the line they start on. */
final class CsvText {

    /** One record: the line of the file it starts on, from 1, and its cells. */
    record Cells(int line, List<String> cells) {}

    private final String file;
    private final String text;
    private final List<Cells> records = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private int line = 1;
    private int startedOn = 1;

    CsvText(String file, String text) {
        this.file = file;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        split();
    }

    List<Cells> records() {
        return records;
    }

    private void split() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' && cell.isEmpty()) {
                at = quoted(at);
            } else if (c == ',') {
                endCell();
            } else if (c == '\n') {
                endRecord();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !cells.isEmpty()) {
            endRecord();
        }
    }

    /** From after the opening quote to after the closing one. */
    private int quoted(int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\n') {
                line++;
            }
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else if (at == text.length() || ",\r\n".indexOf(text.charAt(at)) >= 0) {
                return at;
            } else {
                throw new BrokenReference(file, line, "text after a closing quote");
            }
        }
        throw new BrokenReference(file, startedOn, "a quote is not closed");
    }

    private void endCell() {
        cells.add(cell.toString());
        cell.setLength(0);
    }

    private void endRecord() {
        if (!cells.isEmpty() || !cell.isEmpty()) {
            endCell();
            records.add(new Cells(startedOn, List.copyOf(cells)));
            cells = new ArrayList<>();
        }
        line++;
        startedOn = line;
    }
}
