package ma.qutb.registry.importing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cooperative a list means by its name, among those of the places the reader answers for. */
@Component
class CooperativeNames {

    private final JdbcClient database;
    private final List<String> fillers;

    CooperativeNames(JdbcClient database, Vocabulary vocabulary) {
        this.database = database;
        this.fillers = vocabulary.words("cooperative");
    }

    /** Who can be meant by the rows; asks nothing when none of them names a cooperative. */
    Dictionary<OrganisationId> among(Collection<ImportedPerson> rows, Optional<Set<TerritoryCode>> covered) {
        var names = new Dictionary<OrganisationId>(fillers);
        if (rows.stream().anyMatch(it -> it.cooperative() != null)) {
            database.sql("""
                            select id, name_ar, name_latin from registry.organisation
                            where legal_form = 'COOPERATIVE' and status <> 'DISSOLVED' and merged_into is null and not collective
                              and (cast(:places as text[]) is null or territory_code = any (:places))
                            """)
                    .param(
                            "places",
                            covered.map(it -> it.stream()
                                            .map(TerritoryCode::value)
                                            .toArray(String[]::new))
                                    .orElse(null),
                            java.sql.Types.ARRAY)
                    .query(row -> {
                        var id = new OrganisationId(row.getObject("id", UUID.class));
                        names.add(row.getString("name_ar"), id);
                        names.add(row.getString("name_latin"), id);
                    });
        }
        return names;
    }
}
