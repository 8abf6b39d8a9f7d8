package ma.qutb.registry.search;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the rows of the index. */
@Component
class EntryWriting {

    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;

    EntryWriting(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry and the forms under which it is found. */
    private record Row(SearchEntry entry, IndexedForms forms) {}

    void put(Collection<SearchEntry> entries) {
        var rows = entries.parallelStream()
                .map(it -> new Row(it, IndexedForms.of(it)))
                .toList();
        jdbc.batchUpdate("""
                insert into registry.search_entry (subject, kind, given_ar, family_ar, given_latin, family_latin, birth_date,
                    sex, phone, identity, number, crafts, territories, demonstration, merged_into, given_letters, family_letters, given_sounds,
                    family_sounds, words, blocks, code, register_number)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as tsvector), ?, ?, ?)
                on conflict (subject) do update set
                    kind = excluded.kind, given_ar = excluded.given_ar, family_ar = excluded.family_ar,
                    given_latin = excluded.given_latin, family_latin = excluded.family_latin,
                    birth_date = excluded.birth_date, sex = excluded.sex, phone = excluded.phone,
                    identity = excluded.identity, number = excluded.number, crafts = excluded.crafts,
                    territories = excluded.territories, demonstration = excluded.demonstration,
                    merged_into = excluded.merged_into, given_letters = excluded.given_letters,
                    family_letters = excluded.family_letters, given_sounds = excluded.given_sounds,
                    family_sounds = excluded.family_sounds,
                    words = excluded.words, blocks = excluded.blocks, code = excluded.code,
                    register_number = excluded.register_number, compared = false
                """, rows, BATCH, EntryWriting::bind);
    }

    void remove(UUID subject) {
        jdbc.update("delete from registry.search_entry where subject = ?", subject);
    }

    List<SearchEntry> takeUncompared(int most) {
        return jdbc.query("""
                update registry.search_entry set compared = true where subject in (
                    select subject from registry.search_entry
                    where not compared and kind = 'PERSON' and merged_into is null
                    limit ? for update skip locked)
                returning *
                """, EntryRow::read, most);
    }

    private static void bind(PreparedStatement row, Row indexed) throws SQLException {
        var entry = indexed.entry();
        var forms = indexed.forms();
        var connection = row.getConnection();
        row.setObject(1, entry.subject());
        row.setString(2, entry.kind().name());
        row.setString(3, entry.name().givenArabic());
        row.setString(4, entry.name().familyArabic());
        row.setString(5, entry.name().givenLatin());
        row.setString(6, entry.name().familyLatin());
        row.setObject(7, entry.birthDate(), Types.DATE);
        row.setString(8, entry.sex());
        row.setString(9, entry.phone());
        row.setString(10, entry.identity());
        row.setString(11, entry.number() == null ? null : FindingByNumber.plain(entry.number()));
        row.setArray(12, connection.createArrayOf("text", entry.crafts().toArray()));
        row.setArray(13, connection.createArrayOf("text", entry.territories().toArray()));
        row.setBoolean(14, entry.demonstration());
        row.setObject(15, entry.mergedInto(), Types.OTHER);
        row.setString(16, forms.givenLetters());
        row.setString(17, forms.familyLetters());
        row.setString(18, forms.givenSounds());
        row.setString(19, forms.familySounds());
        row.setString(20, forms.lexemes());
        row.setArray(21, connection.createArrayOf("bigint", forms.blocks().toArray()));
        row.setString(22, entry.code());
        row.setString(23, entry.registerNumber() == null ? null : FindingByNumber.plain(entry.registerNumber()));
    }
}
