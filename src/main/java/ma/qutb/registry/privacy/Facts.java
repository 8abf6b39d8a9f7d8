package ma.qutb.registry.privacy;

import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A part of a person's file that is read by one query; columns that hold nothing are left out.
 *
 * @param sql with the parameter {@code :person}
 */
record Facts(JdbcClient database, int order, String name, String sql) implements PersonalData {

    @Override
    public List<Map<String, Object>> about(PersonId person) {
        return database.sql(sql).param("person", person.value()).query().listOfRows().stream()
                .map(Facts::told)
                .toList();
    }

    private static Map<String, Object> told(Map<String, @Nullable Object> row) {
        var told = new LinkedHashMap<String, Object>();
        row.forEach((field, value) -> {
            var plain = plain(value);
            if (plain != null && !plain.equals("") && !plain.equals(List.of())) {
                told.put(field, plain);
            }
        });
        return told;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        try {
            return switch (value) {
                case null -> null;
                case Timestamp moment -> moment.toInstant();
                case Date day -> day.toLocalDate();
                case java.sql.Array array -> Arrays.asList((Object[]) array.getArray());
                case UUID id -> id.toString();
                default -> value;
            };
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
