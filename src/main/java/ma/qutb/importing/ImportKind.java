package ma.qutb.importing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of list that can be imported; a module offers it as a bean. Its words stand in the module's bundles: {@code
 * <texts>.title}, {@code <texts>.lead}, and for each column {@code <texts>.column.<key>} (heading), {@code .example} and
 * {@code .synonyms} (other headings, separated by {@code |}), in each language.
 *
 * @param <R> what a row means to the module
 */
public interface ImportKind<R> {

    /** Stands in addresses: {@code people}. */
    String name();

    /** Where its words stand: {@code registry.import.people}. */
    String texts();

    /** Who may import it. */
    String permission();

    /**
     * Where the file holds people: message keys of what whoever brings it must have told them, the heading first. Each text may name the
     * institution {@code {0}} and its place {@code {1}}.
     */
    default List<String> notice() {
        return List.of();
    }

    /** What a row may hold, in the order of the template file. */
    List<ImportColumn> columns();

    /**
     * What the row means; null when it cannot be taken, with at least one rejection said on it. Looks at nothing but the
     * row: called for every row of a trial and again when the rows are taken over.
     */
    @Nullable
    R read(ImportRow row);

    /**
     * Two rows of one file with the same key mean the same thing: the second is rejected with the line of the first.
     * Null: never the same.
     */
    default @Nullable String key(R row) {
        return null;
    }

    /**
     * What only one row of a file may have, by the column it stands in (a number, a telephone): a later row with the same is
     * rejected on that column, with the line of the first.
     */
    default Map<String, String> claims(R row) {
        return Map.of();
    }

    /**
     * Compares rows with what the database holds: says rejections and warnings on the candidates. Called with up to 1,000
     * rows, in the trial and again right before they are stored, within the same transaction.
     */
    default void check(List<Candidate<R>> batch, ImportContext context) {}

    /**
     * Takes rows over, up to 1,000 at once, in one statement each where it can. The whole file is one transaction: an
     * exception here leaves nothing of it.
     */
    Stored store(List<R> batch, ImportContext context);

    /** Where somebody goes on after such an import, likeliest first. */
    default List<Way> onward() {
        return List.of();
    }

    /**
     * A page to go on to.
     *
     * @param text message key of its words
     */
    record Way(String text, String icon, String path) {}

    /** What became of a batch. */
    record Stored(int created, int changed, int unchanged) {
        public Stored plus(Stored other) {
            return new Stored(created + other.created, changed + other.changed, unchanged + other.unchanged);
        }
    }
}
