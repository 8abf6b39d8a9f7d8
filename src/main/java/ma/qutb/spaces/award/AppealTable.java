package ma.qutb.spaces.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.spaces.application.ApplicationId;
import ma.qutb.spaces.call.CallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Appeals as they are kept. */
@Repository
@Transactional(readOnly = true)
class AppealTable {

    private static final String APPEAL = """
            select p.*, a.number from spaces.appeal p join spaces.application a on a.id = p.application_id
            """;

    private final JdbcClient database;

    AppealTable(JdbcClient database) {
        this.database = database;
    }

    /** The first of them first. */
    List<Appeal> of(CallId call) {
        return database.sql(APPEAL + "where p.call_id = :call order by p.made_at, p.id")
                .param("call", call.value())
                .query(AppealTable::appeal)
                .list();
    }

    List<Appeal> of(ApplicationId application) {
        return database.sql(APPEAL + "where p.application_id = :application order by p.made_at, p.id")
                .param("application", application.value())
                .query(AppealTable::appeal)
                .list();
    }

    Optional<Appeal> find(UUID id) {
        return database.sql(APPEAL + "where p.id = :id")
                .param("id", id)
                .query(AppealTable::appeal)
                .optional();
    }

    private static Appeal appeal(ResultSet row, int number) throws SQLException {
        var decided = AwardTable.moment(row, "decided_at");
        return new Appeal(
                row.getObject("id", UUID.class),
                new CallId(row.getObject("call_id", UUID.class)),
                row.getObject("run_id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getString("number"),
                row.getString("ground"),
                row.getString("words"),
                Optional.ofNullable(row.getObject("file_id", UUID.class)),
                AwardTable.moment(row, "made_at").orElseThrow(),
                row.getString("made_by_name"),
                decided.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Appeal.Decision(
                                row.getString("remedy"),
                                row.getString("why"),
                                row.getString("decided_by_name"),
                                decided.get())));
    }
}
