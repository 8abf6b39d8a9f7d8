package ma.qutb.registry.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import ma.qutb.importing.ImportedFiles;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.PersonalData;
import ma.qutb.registry.person.IdentityKind;
import ma.qutb.registry.person.IdentityVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lines of imported files that are about a person. A namesake's line counts too: better a list sent again than a name that stays.
 * The fingerprints by which a list that comes twice is known stay: they tell nobody's name, and keep who left from coming back with it.
 */
@Component
class LinesAboutPeople implements PersonalData {

    private final ImportedFiles files;
    private final IdentityVault vault;
    private final JdbcClient database;

    LinesAboutPeople(ImportedFiles files, IdentityVault vault, JdbcClient database) {
        this.files = files;
        this.vault = vault;
        this.database = database;
    }

    @Override
    public String name() {
        return "imports";
    }

    @Override
    public int order() {
        return 130;
    }

    @Override
    public List<Map<String, Object>> about(PersonId person) {
        return files.linesWhere(mentions(person)).stream()
                .map(it -> {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("file", it.file());
                    line.put("line", it.line());
                    line.put("received_at", it.receivedAt());
                    return line;
                })
                .toList();
    }

    @Override
    public void forget(PersonId person) {
        files.forget(mentions(person));
    }

    /** By any record that was merged into this one. */
    private Predicate<List<String>> mentions(PersonId person) {
        var known = new ArrayList<Mention>();
        database.sql("""
                        with recursive same as (
                            select p.* from registry.person p where p.id = :person
                            union select p.* from registry.person p join same s on p.merged_into = s.id)
                        select given_name_ar || ' ' || family_name_ar as arabic, given_name_latin || ' ' || family_name_latin as latin,
                            phone, other_phones, identity_kind, identity_hash from same
                        """).param("person", person.value()).query(row -> {
            var kind = row.getString("identity_kind");
            known.add(Mention.of(
                    List.of(row.getString("arabic"), row.getString("latin")),
                    row.getString("phone"),
                    (String[]) row.getArray("other_phones").getArray(),
                    kind == null ? null : IdentityKind.valueOf(kind),
                    row.getBytes("identity_hash"),
                    vault));
        });
        return cells -> known.stream().anyMatch(it -> it.in(cells));
    }
}
