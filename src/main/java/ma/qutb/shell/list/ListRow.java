package ma.qutb.shell.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a list.
 *
 * @param key its key as text
 * @param demonstration whether it is made up
 * @param cells one for each chosen column
 */
public record ListRow(String key, boolean demonstration, List<Cell> cells) {

    /**
     * @param value {@code String}, {@code BigDecimal}, {@code LocalDate}, {@code Instant} or {@code Boolean}; null: empty
     * @param under a second line
     */
    public record Cell(@Nullable Object value, @Nullable String under) {}
}
