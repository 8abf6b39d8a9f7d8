package ma.qutb.shell.list;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Formats;
import org.jspecify.annotations.Nullable;

/** UTF-8 with its mark, because Excel reads Arabic wrongly without; separated the way the reader's Excel expects. */
class CsvSheet implements Sheet {

    private final Writer out;
    private final char separator;
    private final char decimalPoint;

    CsvSheet(OutputStream stream, Language language) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 15);
        separator = language == Language.EN ? ',' : ';';
        decimalPoint = language == Language.EN ? '.' : ',';
        out.write('\uFEFF');
    }

    @Override
    public void heading(List<String> words) throws IOException {
        line(words.stream().map(Words::harmless).toList());
    }

    @Override
    public void row(List<Column> columns, List<@Nullable Object> values) throws IOException {
        line(java.util.stream.IntStream.range(0, columns.size())
                .mapToObj(i -> text(columns.get(i), values.get(i)))
                .toList());
    }

    private String text(Column column, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> {
                var exact = column.kind() == Kind.AMOUNT ? number.movePointLeft(2) : number;
                yield exact.toPlainString().replace('.', decimalPoint);
            }
            case LocalDate day -> Formats.shortDate(day);
            case Instant moment -> Formats.shortDateTime(moment);
            // A grouped number is text to every spreadsheet; bare digits would lose their plus.
            default ->
                Words.harmless(
                        column.kind() == Kind.PHONE
                                ? Words.phone(value.toString()).replace(' ', '\u00A0')
                                : value.toString());
        };
    }

    private void line(List<String> fields) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.write(separator);
            }
            var field = fields.get(i);
            boolean quoted = field.chars().anyMatch(it -> it == separator || it == '"' || it == '\n' || it == '\r');
            out.write(quoted ? '"' + field.replace("\"", "\"\"") + '"' : field);
        }
        out.write("\r\n");
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
