package ma.qutb.materials.reference;

import java.util.List;
import java.util.Optional;
import ma.qutb.kernel.Language;
import ma.qutb.materials.SalePointId;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.platform.ReferenceTable;
import ma.qutb.registry.LocalName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the publications say on sale points and the fund: the principles (RUL-04 to RUL-08), and what is told of a point. */
@Component
public class Principles {

    private final List<Told> principles;
    private final JdbcClient database;

    Principles(JdbcClient database) {
        this.database = database;
        this.principles = ReferenceTable.read("rules.csv").rows().stream()
                .filter(it -> it.text("module").equals("materials"))
                .map(it -> told(it, "id", "rule_"))
                .toList();
    }

    /**
     * Something a publication tells.
     *
     * @param text the principle or the name
     * @param says what the source says, in our words
     * @param note what should be known about it
     * @param locator paragraph and sentence
     */
    public record Told(String code, LocalName text, LocalName says, LocalName note, String source, String locator) {

        /** The page of the publication. */
        public String address(Language language) {
            return "/" + language.code() + "/figures/sources/" + source.substring(0, source.indexOf('_'));
        }
    }

    /** The principles every point works by. */
    public List<Told> all() {
        return principles;
    }

    /** What the publications tell of this point, if it is one of theirs. */
    public Optional<Told> of(SalePointId point) {
        return database.sql(
                        "select reference_code from materials.sale_point where id = :id and reference_code is not null")
                .param("id", point.value())
                .query(String.class)
                .optional()
                .flatMap(code -> spaces().stream()
                        .filter(it -> it.text("code").equals(code))
                        .findFirst())
                .map(it -> told(it, "code", "name_"));
    }

    static List<ReferenceRow> spaces() {
        return ReferenceTable.read("spaces.csv").rows().stream()
                .filter(it -> it.text("type").equals("material_sale_point"))
                .toList();
    }

    private static Told told(ReferenceRow row, String code, String text) {
        return new Told(
                row.text(code),
                name(row, text),
                name(row, "says_"),
                name(row, "caveat_"),
                row.text("source"),
                row.orEmpty("locator"));
    }

    static LocalName name(ReferenceRow row, String column) {
        return new LocalName(row.orEmpty(column + "ar"), row.orEmpty(column + "fr"), row.orEmpty(column + "en"));
    }
}
