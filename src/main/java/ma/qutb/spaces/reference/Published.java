package ma.qutb.spaces.reference;

import java.util.List;
import java.util.stream.Stream;
import ma.qutb.kernel.Language;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.platform.ReferenceTable;
import ma.qutb.registry.LocalName;
import ma.qutb.spaces.SiteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the publications say of a site, word by word in ours, with where each says it. */
@Component
public class Published {

    private static final String POLE = "SP-GUE-POLE";

    private final JdbcClient database;

    Published(JdbcClient database) {
        this.database = database;
    }

    /**
     * One thing a publication says.
     *
     * @param name of the site or the part of it
     * @param note what should be known about it
     * @param locator paragraph and sentence
     */
    public record Told(LocalName name, LocalName says, LocalName note, String source, String locator) {

        /** The page of the publication. */
        public String address(Language language) {
            return "/" + language.code() + "/figures/sources/" + source.substring(0, source.indexOf('_'));
        }
    }

    /** What is said of the site, and of its parts where it is the pole; nothing for sites no publication names. */
    public List<Told> of(SiteId site) {
        return database.sql("select reference_code from spaces.site where id = :id and reference_code is not null")
                .param("id", site.value())
                .query(String.class)
                .optional()
                .map(Published::said)
                .orElse(List.of());
    }

    private static List<Told> said(String code) {
        var itself = ReferenceTable.read("spaces.csv").rows().stream()
                .filter(it -> it.text("code").equals(code))
                .map(it -> told(it, "name_"));
        var parts = code.equals(POLE)
                ? ReferenceTable.read("pole_components.csv").rows().stream().map(it -> told(it, "component_"))
                : Stream.<Told>empty();
        return Stream.concat(itself, parts).toList();
    }

    private static Told told(ReferenceRow row, String name) {
        return new Told(
                name(row, name), name(row, "says_"), name(row, "caveat_"), row.text("source"), row.orEmpty("locator"));
    }

    private static LocalName name(ReferenceRow row, String column) {
        return new LocalName(row.orEmpty(column + "ar"), row.orEmpty(column + "fr"), row.orEmpty(column + "en"));
    }
}
