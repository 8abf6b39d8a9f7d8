package ma.qutb.spaces.roadmap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.spaces.premises.PremisesId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads how a premises has come where it is. */
@Repository
@Transactional(readOnly = true)
public class ReadingConversions {

    private final JdbcClient database;
    private final Organisations organisations;

    ReadingConversions(JdbcClient database, Organisations organisations) {
        this.database = database;
        this.organisations = organisations;
    }

    public Conversion of(PremisesId id) {
        return database.sql("select step, aside, since, expected_on, budget from spaces.premises where id = :id")
                .param("id", id.value())
                .query((row, number) -> new Conversion(
                        Step.of(row.getString("step")),
                        row.getBoolean("aside"),
                        row.getObject("since", LocalDate.class),
                        Optional.ofNullable(row.getObject("expected_on", LocalDate.class)),
                        Optional.ofNullable(row.getObject("budget", Long.class)),
                        taken(id),
                        partners(id),
                        results(id)))
                .single();
    }

    private List<Conversion.Taken> taken(PremisesId id) {
        return database.sql("select * from spaces.premises_step where premises_id = :id order by position")
                .param("id", id.value())
                .query((row, number) -> new Conversion.Taken(
                        row.getInt("position"),
                        row.getString("act"),
                        Step.of(row.getString("step")),
                        row.getObject("done_on", LocalDate.class),
                        row.getString("note"),
                        Optional.ofNullable(row.getObject("document", UUID.class)),
                        row.getString("recorded_by_name")))
                .list();
    }

    private List<Conversion.Partner> partners(PremisesId id) {
        var rows = database.sql("select * from spaces.premises_partner where premises_id = :id order by agreed_on, id")
                .param("id", id.value())
                .query(ReadingConversions::partner)
                .list();
        var named = organisations.find(rows.stream()
                .flatMap(it -> it.organisation().stream())
                .map(OrganisationId::new)
                .toList());
        return rows.stream().map(it -> named(it, named)).toList();
    }

    private static Conversion.Partner named(
            Conversion.Partner it, Map<OrganisationId, Organisations.Summary> organisations) {
        var name = it.organisation()
                .flatMap(id -> Optional.ofNullable(organisations.get(new OrganisationId(id))))
                .map(Organisations.Summary::name)
                .orElse(it.name());
        return new Conversion.Partner(
                it.id(),
                it.organisation(),
                name,
                it.brings(),
                it.amount(),
                it.agreed(),
                it.document(),
                it.ended(),
                it.reason());
    }

    private static Conversion.Partner partner(ResultSet row, int number) throws SQLException {
        return new Conversion.Partner(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("organisation_id", UUID.class)),
                new LocalName(row.getString("name"), "", ""),
                row.getString("brings"),
                Optional.ofNullable(row.getObject("amount", Long.class)),
                row.getObject("agreed_on", LocalDate.class),
                Optional.ofNullable(row.getObject("document", UUID.class)),
                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)),
                row.getString("reason"));
    }

    private List<Conversion.Result> results(PremisesId id) {
        return database.sql("select * from spaces.premises_result_now where premises_id = :id order by quarter desc")
                .param("id", id.value())
                .query((row, number) -> new Conversion.Result(
                        row.getObject("quarter", LocalDate.class),
                        row.getInt("women"),
                        row.getInt("activities"),
                        row.getInt("cooperatives"),
                        row.getInt("revision"),
                        row.getString("recorded_by_name")))
                .list();
    }
}
