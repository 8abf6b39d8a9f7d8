package ma.qutb.registry.search;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.naming.PersonFacts;
import ma.qutb.registry.search.IndexedForms.Blocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gathers the few records worth comparing with a person: those with the same card, phone or birthday, those sharing two
 * names that are frequent and the year of birth, and those sharing any two names. Never the whole register.
 */
@Component
class FindingDuplicates {

    private static final int SAME_BIRTHDAY = 300;
    private static final int SAME_NAMES = 200;

    private final JdbcClient jdbc;

    FindingDuplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Collection<SearchEntry> candidates(PersonFacts person, Scope scope) {
        if (scope instanceof Scope.Within(var territories) && territories.isEmpty()) {
            return List.of();
        }
        Map<UUID, SearchEntry> candidates = new LinkedHashMap<>();
        add(candidates, byCardPhoneOrBirth(person, scope));
        var blocks = Blocks.wanted(person.name(), person.birthDate());
        add(candidates, byBlocks(blocks.frequentPairs(), scope));
        add(candidates, byBlocks(blocks.pairs(), scope));
        return candidates.values();
    }

    private List<SearchEntry> byCardPhoneOrBirth(PersonFacts person, Scope scope) {
        var birth = person.birthDate();
        return jdbc.sql("""
                        select e.* from (
                            (select * from registry.search_entry where identity = :identity limit 10)
                            union all
                            (select * from registry.search_entry where phone collate "C" = :phone limit 20)
                            union all
                            (select * from registry.search_entry where birth_date = cast(:birth as date) limit :most)) e
                        where kind = 'PERSON' and merged_into is null
                          and (cast(:scope as text[]) is null or territories && cast(:scope as text[]))""")
                .param("identity", person.identity())
                .param("phone", person.phone())
                // The first of January is the birthday of everybody whose day nobody wrote down.
                .param("birth", birth == null || birth.getDayOfYear() == 1 ? null : birth.toString())
                .param("most", SAME_BIRTHDAY)
                .param("scope", EntryRow.territories(scope))
                .query(EntryRow::read)
                .list();
    }

    private List<SearchEntry> byBlocks(List<Long> blocks, Scope scope) {
        if (blocks.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from registry.found_by_blocks(:blocks, cast(:scope as text[]), :most)")
                .param("blocks", blocks.toArray(Long[]::new))
                .param("scope", EntryRow.territories(scope))
                .param("most", SAME_NAMES)
                .query(EntryRow::read)
                .list();
    }

    private static void add(Map<UUID, SearchEntry> candidates, Collection<SearchEntry> entries) {
        entries.forEach(entry -> candidates.putIfAbsent(entry.subject(), entry));
    }
}
