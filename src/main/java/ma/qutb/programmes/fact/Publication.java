package ma.qutb.programmes.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A publication and what it says about itself.
 *
 * @param id file name it is known by in the reference data
 * @param title its own, or in square brackets ours where it has none
 * @param describes years it describes, {@code 2009-2013} or {@code 2025}
 * @param regionName what it calls the region
 */
public record Publication(
        String id,
        Fact fact,
        Words title,
        Words publisher,
        Words author,
        @Nullable LocalDate publishedOn,
        String describes,
        Words regionName) {

    static Publication of(Fact fact) {
        var day = fact.text("published_on");
        return new Publication(
                fact.text("source"),
                fact,
                fact.title(),
                fact.words("publisher"),
                fact.words("author"),
                day.isEmpty() ? null : LocalDate.parse(day),
                fact.text("period_described"),
                fact.words("region_name_used"));
    }

    /** The last year it describes: the borders of that year are the ones it means. */
    public int lastYear() {
        return lastYear(describes);
    }

    static int lastYear(String describes) {
        return Integer.parseInt(describes.substring(describes.length() - 4));
    }

    /** Short enough for an address: the number its file name begins with. */
    public String number() {
        return id.substring(0, id.indexOf('_'));
    }

    public String path() {
        return "/figures/sources/" + number();
    }
}
