package ma.qutb.spaces.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.spaces.call.CallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Draws and runs as they are kept. */
@Repository
@Transactional(readOnly = true)
class AwardTable {

    private final JdbcClient database;

    AwardTable(JdbcClient database) {
        this.database = database;
    }

    /** The first of them first. */
    List<Draw> draws(CallId call) {
        return database.sql("select * from spaces.draw where call_id = :call order by sequence")
                .param("call", call.value())
                .query(AwardTable::draw)
                .list();
    }

    Optional<Draw> latestDraw(CallId call) {
        return draws(call).reversed().stream().findFirst();
    }

    Optional<Draw> draw(UUID id) {
        return database.sql("select * from spaces.draw where id = :id")
                .param("id", id)
                .query(AwardTable::draw)
                .optional();
    }

    /** The first of them first. */
    List<Run> runs(CallId call) {
        return database.sql("select * from spaces.allocation_run where call_id = :call order by sequence")
                .param("call", call.value())
                .query(AwardTable::run)
                .list();
    }

    Optional<Run> run(UUID id) {
        return database.sql("select * from spaces.allocation_run where id = :id")
                .param("id", id)
                .query(AwardTable::run)
                .optional();
    }

    /** The result that holds: the last one that was published. */
    Optional<Run> published(CallId call) {
        return database.sql("""
                        select * from spaces.allocation_run where call_id = :call and published_at is not null order by sequence desc limit 1
                        """)
                .param("call", call.value())
                .query(AwardTable::run)
                .optional();
    }

    private static Draw draw(ResultSet row, int number) throws SQLException {
        var drawn = moment(row, "drawn_at");
        return new Draw(
                row.getObject("id", UUID.class),
                new CallId(row.getObject("call_id", UUID.class)),
                row.getInt("sequence"),
                row.getString("number"),
                row.getString("reason"),
                row.getString("list"),
                row.getString("commitment"),
                moment(row, "ceremony_at").orElseThrow(),
                moment(row, "committed_at").orElseThrow(),
                row.getString("committed_by_name"),
                drawn.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Draw.Drawn(
                                row.getString("seed"),
                                row.getString("witnesses"),
                                row.getString("seed_file"),
                                row.getString("result_file"),
                                drawn.get(),
                                row.getString("drawn_by_name"))));
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                new CallId(row.getObject("call_id", UUID.class)),
                row.getObject("draw_id", UUID.class),
                row.getInt("sequence"),
                row.getString("reason"),
                row.getString("input"),
                moment(row, "asked_at").orElseThrow(),
                row.getString("asked_by_name"),
                Optional.ofNullable(row.getString("result")),
                Optional.ofNullable(row.getString("failed_why")),
                moment(row, "finished_at"),
                moment(row, "published_at"),
                moment(row, "appeals_until"));
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
