package ma.qutb.registry.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers other modules' questions about organisations. */
@Service
@Transactional(readOnly = true)
class OrganisationsTable implements Organisations {

    private static final String SUMMARY = """
            select id, name_ar, name_latin, name_en, legal_form, territory_code, demonstration from registry.organisation
            """;

    private final JdbcClient database;

    OrganisationsTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Summary> find(OrganisationId organisation) {
        return Optional.ofNullable(find(List.of(organisation)).get(organisation));
    }

    @Override
    public Map<OrganisationId, Summary> find(Collection<OrganisationId> organisations) {
        Map<OrganisationId, Summary> found = new LinkedHashMap<>();
        database.sql(SUMMARY + "where id = any(:ids)")
                .param("ids", organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .query(OrganisationsTable::summary)
                .list()
                .forEach(it -> found.put(it.id(), it));
        return found;
    }

    @Override
    public Optional<Summary> byReference(String code) {
        return database.sql(SUMMARY + "where reference_code = :code")
                .param("code", code)
                .query(OrganisationsTable::summary)
                .optional();
    }

    private static Summary summary(ResultSet row, int number) throws SQLException {
        var latin = row.getString("name_latin");
        var english = row.getString("name_en");
        return new Summary(
                new OrganisationId(row.getObject("id", UUID.class)),
                new LocalName(row.getString("name_ar"), latin, english.isEmpty() ? latin : english),
                row.getString("legal_form"),
                Optional.ofNullable(row.getString("territory_code")).map(TerritoryCode::new),
                row.getBoolean("demonstration"));
    }
}
