package ma.qutb.registry.search;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.naming.FullName;
import ma.qutb.registry.search.SearchEntry.Kind;
import org.jspecify.annotations.Nullable;

/** How a row of the index becomes an entry again, and how a scope becomes the array it is compared with. */
final class EntryRow {

    private EntryRow() {}

    static SearchEntry read(ResultSet row, int number) throws SQLException {
        Date birth = row.getDate("birth_date");
        return new SearchEntry(
                row.getObject("subject", UUID.class),
                Kind.valueOf(row.getString("kind")),
                new FullName(
                        row.getString("given_ar"),
                        row.getString("family_ar"),
                        row.getString("given_latin"),
                        row.getString("family_latin")),
                birth == null ? null : birth.toLocalDate(),
                row.getString("sex"),
                row.getString("phone"),
                row.getString("identity"),
                row.getString("number"),
                row.getString("register_number"),
                row.getString("code"),
                Set.of(texts(row.getArray("crafts"))),
                List.of(texts(row.getArray("territories"))),
                List.of(),
                row.getBoolean("demonstration"),
                row.getObject("merged_into", UUID.class));
    }

    /** The territories of the scope; null for everywhere. The one place where a scope enters the search. */
    static String @Nullable [] territories(Scope scope) {
        return switch (scope) {
            case Scope.Everywhere() -> null;
            case Scope.Within(var territories) -> territories.toArray(String[]::new);
        };
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
