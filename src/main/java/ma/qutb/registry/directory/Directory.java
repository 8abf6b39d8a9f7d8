package ma.qutb.registry.directory;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in the directory: looked up in the listing, read from the view that holds what was agreed to and nothing else. */
@Service
@Transactional(readOnly = true)
class Directory {

    private final JdbcClient database;
    private final Questions questions;

    Directory(JdbcClient database, Questions questions) {
        this.database = database;
        this.questions = questions;
    }

    /**
     * Real people and organisations first, then those made up for demonstration; whose name has the letters typed before whose name only
     * sounds like them; each by name.
     */
    Found find(Asked asked, Language language) {
        var question = questions.of(asked, language);
        var counts = database.sql("select count(*) filter (where not l.demonstration) as real,"
                        + " count(*) filter (where l.demonstration) as made_up " + question.fits())
                .params(question.parameters())
                .query((row, number) -> new long[] {row.getLong("real"), row.getLong("made_up")})
                .single();
        var ids = database.sql("select l.id " + question.fits() + question.order() + " limit :size offset :skipped")
                .params(question.parameters())
                .param("size", Found.SIZE)
                .param("skipped", (asked.page() - 1) * Found.SIZE)
                .query(UUID.class)
                .list();
        return new Found(entries(ids), counts[0], counts[1], asked.page());
    }

    /** What the view shows of them, in this order: it has the last word on who is shown. */
    private List<DirectoryEntry> entries(List<UUID> ids) {
        var shown = database
                .sql("select * from registry.directory_entry where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Directory::entry)
                .list()
                .stream()
                .collect(Collectors.toMap(DirectoryEntry::id, it -> it));
        return ids.stream().filter(shown::containsKey).map(shown::get).toList();
    }

    Optional<DirectoryEntry> artisan(long number) {
        return one("e.kind = 'ARTISAN'", number);
    }

    Optional<DirectoryEntry> organisation(long number) {
        return one("e.kind <> 'ARTISAN'", number);
    }

    /** What is shown of one person or organisation, by id. */
    Optional<DirectoryEntry> shown(UUID subject) {
        return entries(List.of(subject)).stream().findFirst();
    }

    private Optional<DirectoryEntry> one(String kind, long number) {
        return database.sql("select * from registry.directory_entry e where e.number = :number and " + kind)
                .param("number", number)
                .query(Directory::entry)
                .optional();
    }

    /** What somebody received, the latest first; empty unless they agreed to show it. */
    List<Award> awards(DirectoryEntry entry) {
        if (!entry.awarded()) {
            return List.of();
        }
        return database.sql("""
                        select kind, title_ar, title_fr, title_en, year from registry.distinction
                        where (person_id = :id or organisation_id = :id) and withdrawn_on is null
                        order by year desc nulls last, id
                        """)
                .param("id", entry.id())
                .query((row, number) -> new Award(
                        row.getString("kind"),
                        new LocalName(row.getString("title_ar"), row.getString("title_fr"), row.getString("title_en")),
                        row.getObject("year", Integer.class)))
                .list();
    }

    private static DirectoryEntry entry(ResultSet row, int number) throws SQLException {
        var latin = row.getString("name_latin");
        var phone = row.getString("phone");
        return new DirectoryEntry(
                row.getString("kind"),
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new LocalName(row.getString("name_ar"), latin, latin),
                row.getString("sex"),
                row.getObject("photo", UUID.class),
                phone == null ? null : new PhoneNumber(phone),
                row.getString("email"),
                row.getString("website"),
                crafts(row.getArray("crafts")),
                row.getBoolean("maalem"),
                row.getObject("since", Integer.class),
                Optional.ofNullable(row.getString("territory_code")).map(TerritoryCode::new),
                new LocalName(row.getString("story_ar"), row.getString("story_fr"), row.getString("story_en")),
                row.getBoolean("awarded"),
                row.getBoolean("demonstration"));
    }

    private static List<CraftCode> crafts(Array codes) throws SQLException {
        return Arrays.stream((String[]) codes.getArray()).map(CraftCode::new).toList();
    }
}
