package ma.qutb.shell.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads the rows of a list with the types their columns promise. */
record RowReader(List<Column> columns) implements RowMapper<ListRow> {

    @Override
    public ListRow mapRow(ResultSet row, int number) throws SQLException {
        var cells = new ArrayList<ListRow.Cell>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            var under = columns.get(i).under() == null ? null : row.getString("under_" + i);
            cells.add(new ListRow.Cell(value(row, columns.get(i), "value_" + i), under));
        }
        return new ListRow(row.getString("row_key"), row.getBoolean("row_demonstration"), cells);
    }

    private static @Nullable Object value(ResultSet row, Column column, String label) throws SQLException {
        return switch (column.kind()) {
            case NUMBER, AMOUNT -> row.getBigDecimal(label);
            case DATE -> row.getObject(label, LocalDate.class);
            case MOMENT -> {
                var moment = row.getObject(label, OffsetDateTime.class);
                yield moment == null ? null : moment.toInstant();
            }
            case YES_NO -> {
                var answer = row.getBoolean(label);
                yield row.wasNull() ? null : answer;
            }
            case TEXT, NAME, CODE, STATUS, PHONE -> {
                var text = row.getString(label);
                var reading = column.reading();
                yield text == null || text.isEmpty() ? null : reading == null ? text : reading.apply(text);
            }
        };
    }
}
