package ma.qutb.importing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Rows of the first sheet of a workbook; numbers and days as the text a person would have typed. */
final class XlsxLines implements Lines {

    private static final int MOST_COLUMNS = 500;

    @Override
    public void read(Path file, Reader reader) throws IOException {
        try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
                var rows = workbook.getFirstSheet().openStream()) {
            for (var all = rows.iterator(); all.hasNext(); ) {
                var row = all.next();
                var cells = cells(row);
                boolean empty = Arrays.stream(cells).allMatch(String::isBlank);
                if (!empty && !reader.line(row.getRowNum(), cells)) {
                    return;
                }
            }
        } catch (ExcelReaderException e) {
            throw new Unreadable("damaged");
        }
    }

    private static String[] cells(Row row) {
        var cells = new String[Math.min(row.getCellCount(), MOST_COLUMNS)];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = text(row.hasCell(i) ? row.getCell(i) : null);
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            return isDay(cell.getDataFormatString())
                    ? cell.asDate().toLocalDate().toString()
                    : written(cell.asNumber());
        }
        var text = cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR
                ? cell.getRawValue()
                : cell.getText();
        return text == null ? "" : text;
    }

    private static boolean isDay(@Nullable String format) {
        var signs = format == null ? "" : format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
        return signs.matches("(?i).*[dy].*");
    }

    /** With a decimal comma; a third decimal gets a fourth, or it would be taken for thousands. */
    private static String written(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        if (plain.scale() <= 0) {
            return plain.toBigInteger().toString();
        }
        return plain.setScale(plain.scale() == 3 ? 4 : plain.scale(), java.math.RoundingMode.UNNECESSARY)
                .toPlainString()
                .replace('.', ',');
    }
}
