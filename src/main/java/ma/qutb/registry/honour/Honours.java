package ma.qutb.registry.honour;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody was distinguished with, latest first; what was withdrawn is not among it. */
@Component
@Transactional(readOnly = true)
public class Honours {

    private final JdbcClient database;

    Honours(JdbcClient database) {
        this.database = database;
    }

    public List<Honour> of(PersonId person) {
        return of("person_id", person.value());
    }

    public List<Honour> of(OrganisationId organisation) {
        return of("organisation_id", organisation.value());
    }

    private List<Honour> of(String column, UUID recipient) {
        return database.sql("""
                        select id, kind, title_ar, title_fr, title_en, prize_ar, prize_fr, prize_en, rank, year, demonstration
                        from registry.distinction where %s = :id and withdrawn_on is null order by year desc nulls last, id
                        """.formatted(column))
                .param("id", recipient)
                .query((row, number) -> new Honour(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        name(row, "title"),
                        name(row, "prize"),
                        row.getObject("rank", Integer.class),
                        row.getObject("year", Integer.class),
                        row.getBoolean("demonstration")))
                .list();
    }

    private static LocalName name(ResultSet row, String column) throws SQLException {
        return new LocalName(
                row.getString(column + "_ar"), row.getString(column + "_fr"), row.getString(column + "_en"));
    }
}
