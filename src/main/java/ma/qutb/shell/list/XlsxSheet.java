package ma.qutb.shell.list;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Formats;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook with typed cells. Texts are typed as texts, so that none of them is ever taken for a formula. */
class XlsxSheet implements Sheet {

    private static final int MOST = 32_767;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxSheet(OutputStream stream, Language language, String title) {
        workbook = new Workbook(stream, "Qutb", "1.0");
        // Little gain above, and the first byte leaves sooner.
        workbook.setCompressionLevel(3);
        var name = title.replaceAll("[\\\\/*?:\\[\\]']", " ");
        sheet = workbook.newWorksheet(name.length() > 31 ? name.substring(0, 31) : name);
        if (language.rightToLeft()) {
            sheet.rightToLeft();
        }
        sheet.freezePane(0, 1);
    }

    @Override
    public void heading(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            sheet.width(i, Math.clamp(words.get(i).length() * 1.6, 14, 40));
            sheet.inlineString(0, i, words.get(i));
        }
        sheet.range(0, 0, 0, words.size() - 1)
                .style()
                .bold()
                .fillColor("E8E2D5")
                .set();
        row = 1;
    }

    @Override
    public void row(List<Column> columns, List<@Nullable Object> values) {
        IntStream.range(0, columns.size()).forEach(i -> cell(i, columns.get(i), values.get(i)));
        row++;
    }

    private void cell(int place, Column column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case BigDecimal number
            when column.kind() == Kind.AMOUNT -> {
                sheet.value(row, place, number.movePointLeft(2));
                sheet.style(row, place).format("#,##0.00").set();
            }
            case BigDecimal number -> sheet.value(row, place, number);
            case LocalDate day -> {
                sheet.value(row, place, day);
                sheet.style(row, place).format("dd/mm/yyyy").set();
            }
            case Instant moment -> {
                sheet.value(row, place, moment.atZone(Formats.ZONE).toLocalDateTime());
                sheet.style(row, place).format("dd/mm/yyyy hh:mm").set();
            }
            default -> {
                var text = column.kind() == Kind.PHONE ? Words.phone(value.toString()) : value.toString();
                sheet.inlineString(row, place, text.length() > MOST ? text.substring(0, MOST) : text);
            }
        }
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        workbook.close();
    }
}
