package ma.qutb.registry.distinction;

import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.platform.ReferenceTable;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.People;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads the awards, medals and commendations the publications tell of; a second time changes nothing. */
@Component
public class DistinctionReference {

    private final JdbcClient database;
    private final People people;
    private final Crafts crafts;
    private final Territories territories;

    DistinctionReference(JdbcClient database, People people, Crafts crafts, Territories territories) {
        this.database = database;
        this.people = people;
        this.crafts = crafts;
        this.territories = territories;
    }

    /** From the project's own files. */
    @Transactional
    public void load() {
        ReferenceTable.read("awards.csv").rows().forEach(this::award);
        ReferenceTable.read("medals.csv").rows().forEach(this::medal);
        ReferenceTable.read("commendations.csv").rows().forEach(this::commendation);
    }

    private void award(ReferenceRow row) {
        // Some prizes are told without the competition they were won in.
        boolean competition = row.optional("competition_ar") != null;
        save(
                        row,
                        "AWARD",
                        person(row),
                        competition ? "competition_" : "prize_",
                        competition ? "prize_" : null,
                        row.whole("rank"),
                        row.whole("edition"),
                        row.optional("level"))
                .param("recipient_ar", "")
                .param("recipient_fr", "")
                .param("recipient_en", "")
                .param("craft", craft(row))
                .param("territory", null)
                .param("place", null)
                .param("given_by", row.list("awarded_by").toArray(String[]::new))
                .update();
    }

    private void medal(ReferenceRow row) {
        save(row, "MEDAL", person(row), "order_", null, row.whole("class"), null, "national")
                .param("recipient_ar", "")
                .param("recipient_fr", "")
                .param("recipient_en", "")
                .param("craft", null)
                .param("territory", place(row, "territory_code"))
                .param("place", place(row, "ceremony_place_code"))
                .param("given_by", row.list("handed_by_code").toArray(String[]::new))
                .update();
    }

    private void commendation(ReferenceRow row) {
        save(row, "COMMENDATION", null, "reason_", null, null, null, null)
                .param("recipient_ar", row.text("recipient_ar"))
                .param("recipient_fr", row.text("recipient_fr"))
                .param("recipient_en", row.text("recipient_en"))
                .param("craft", null)
                .param("territory", null)
                .param("place", null)
                .param("given_by", row.list("given_by_code").toArray(String[]::new))
                .update();
    }

    private UUID person(ReferenceRow row) {
        return people.byReference(row.text("person_code"))
                .orElseThrow(() -> row.broken("person_code", "'" + row.text("person_code") + "' is not a known person"))
                .id()
                .value();
    }

    private @Nullable String craft(ReferenceRow row) {
        var code = row.optional("craft_code");
        if (code != null && !crafts.exists(new CraftCode(code))) {
            throw row.broken("craft_code", "'" + code + "' is not a known code");
        }
        return code;
    }

    private @Nullable String place(ReferenceRow row, String column) {
        var code = row.optional(column);
        if (code != null && !territories.exists(new TerritoryCode(code))) {
            throw row.broken(column, "'" + code + "' is not a known code");
        }
        return code;
    }

    private JdbcClient.StatementSpec save(
            ReferenceRow row,
            String kind,
            @Nullable UUID person,
            String title,
            @Nullable String prize,
            @Nullable Long rank,
            @Nullable Long edition,
            @Nullable String level) {
        return database.sql("""
                        insert into registry.distinction (id, kind, person_id, recipient_ar, recipient_fr, recipient_en, title_ar, title_fr,
                            title_en, prize_ar, prize_fr, prize_en, rank, edition, year, level, craft_code, territory_code, given_by,
                            place_code, reference_code, source, locator, says_ar, says_fr, says_en, note_ar, note_fr, note_en, version)
                        values (:id, :kind, :person, :recipient_ar, :recipient_fr, :recipient_en, :title_ar, :title_fr, :title_en,
                            :prize_ar, :prize_fr, :prize_en, :rank, :edition, :year, :level, :craft, :territory, :given_by, :place, :code,
                            :source, :locator, :says_ar, :says_fr, :says_en, :note_ar, :note_fr, :note_en, 1)
                        on conflict (reference_code) do update set title_ar = excluded.title_ar, title_fr = excluded.title_fr,
                            title_en = excluded.title_en, prize_ar = excluded.prize_ar, prize_fr = excluded.prize_fr,
                            prize_en = excluded.prize_en, says_ar = excluded.says_ar, says_fr = excluded.says_fr,
                            says_en = excluded.says_en, note_ar = excluded.note_ar, note_fr = excluded.note_fr, note_en = excluded.note_en
                        """)
                .param("id", Ids.next())
                .param("kind", kind)
                .param("person", person)
                .param("title_ar", row.text(title + "ar"))
                .param("title_fr", row.text(title + "fr"))
                .param("title_en", row.text(title + "en"))
                .param("prize_ar", prize == null ? "" : row.orEmpty(prize + "ar"))
                .param("prize_fr", prize == null ? "" : row.orEmpty(prize + "fr"))
                .param("prize_en", prize == null ? "" : row.orEmpty(prize + "en"))
                .param("rank", rank)
                .param("edition", edition)
                .param("year", row.year("year"))
                .param("level", level)
                .param("code", row.text("id"))
                .param("source", row.optional("source"))
                .param("locator", row.optional("locator"))
                .param("says_ar", row.orEmpty("says_ar"))
                .param("says_fr", row.orEmpty("says_fr"))
                .param("says_en", row.orEmpty("says_en"))
                .param("note_ar", row.orEmpty("caveat_ar"))
                .param("note_fr", row.orEmpty("caveat_fr"))
                .param("note_en", row.orEmpty("caveat_en"));
    }
}
