package ma.qutb.registry.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.organisation.FormationPath.Done;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps as they are kept: one line each, added as they are done. */
@Component
class FormationSteps {

    private final JdbcClient database;

    FormationSteps(JdbcClient database) {
        this.database = database;
    }

    FormationPath of(OrganisationId id) {
        return new FormationPath(database.sql("select * from registry.formation_step where organisation_id = :id")
                .param("id", id.value())
                .query(FormationSteps::done)
                .list());
    }

    void add(OrganisationId id, Done step, Instant now) {
        database.sql("""
                        insert into registry.formation_step (organisation_id, step, done_on, reference, document, recorded_by, recorded_at)
                        values (:id, :step, :on, :reference, :document, :by, :now)
                        """)
                .param("id", id.value())
                .param("step", step.step().name())
                .param("on", step.on())
                .param("reference", step.reference())
                .param("document", step.document())
                .param("by", step.recordedBy())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(OrganisationId id, FormationStep step) {
        database.sql("delete from registry.formation_step where organisation_id = :id and step = :step")
                .param("id", id.value())
                .param("step", step.name())
                .update();
    }

    static Done done(ResultSet row, int number) throws SQLException {
        return new Done(
                FormationStep.valueOf(row.getString("step")),
                row.getObject("done_on", LocalDate.class),
                row.getString("reference"),
                row.getObject("document", UUID.class),
                row.getString("recorded_by"));
    }
}
