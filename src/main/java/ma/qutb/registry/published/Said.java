package ma.qutb.registry.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import ma.qutb.kernel.Language;
import ma.qutb.registry.LocalName;
import org.jspecify.annotations.Nullable;

/**
 * What a publication says, told in our own words, and what should be known about it.
 *
 * @param source file the publication is kept under; null when none says anything
 * @param locator paragraph and sentence
 */
public record Said(
        LocalName says,
        LocalName note,
        @Nullable String source,
        @Nullable String locator) {

    /** From the columns every table of reference data has. */
    public static Said of(ResultSet row) throws SQLException {
        return new Said(name(row, "says"), name(row, "note"), row.getString("source"), row.getString("locator"));
    }

    /** The page of the publication, with all that was taken from it; null when none says anything. */
    public @Nullable String address(Language language) {
        return source == null
                ? null
                : "/" + language.code() + "/figures/sources/" + source.substring(0, source.indexOf('_'));
    }

    private static LocalName name(ResultSet row, String column) throws SQLException {
        return new LocalName(
                row.getString(column + "_ar"), row.getString(column + "_fr"), row.getString(column + "_en"));
    }
}
