package ma.qutb.spaces.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.call.Calls;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Reads committees and a member's own sheet; nobody else's points leave this room before all sheets are closed. */
@Repository
@Transactional(readOnly = true)
class ReadingCommittee {

    private final JdbcClient database;
    private final Calls calls;

    ReadingCommittee(JdbcClient database, Calls calls) {
        this.database = database;
        this.calls = calls;
    }

    /** The call, if this user may see its committee: by their role, or because they sit in it. */
    Call open(UUID call, Actor actor) {
        return calls.find(new CallId(call), actor, Code.SEE_SCORES)
                .or(() -> mine(actor.id()).contains(call) ? calls.find(new CallId(call)) : Optional.empty())
                .orElseThrow(ReadingCommittee::notFound);
    }

    List<UUID> mine(UUID user) {
        return database.sql("""
                        select m.call_id from spaces.committee_member m join spaces.committee k on k.call_id = m.call_id
                         where m.user_id = :user order by k.frozen_at nulls first, k.convened_at desc
                        """).param("user", user).query(UUID.class).list();
    }

    Optional<Committee> of(Call call) {
        return database.sql("""
                        select k.*,
                            (select count(*) from spaces.application a
                              where a.call_id = k.call_id and a.submitted_at is not null and a.withdrawn_at is null) as applications,
                            (select count(*) from spaces.comparison x left join spaces.discussion d on d.application_id = x.application_id
                              where x.call_id = k.call_id
                                and (x.spread > k.spread_points * 1000 and d.words is null or x.members = 0 and d.agreed is null)) as unspoken
                          from spaces.committee k where k.call_id = :call
                        """)
                .param("call", call.id().value())
                .query((row, number) -> new Committee(
                        call,
                        row.getInt("spread_points"),
                        moment(row, "convened_at").orElseThrow(),
                        moment(row, "compared_at"),
                        moment(row, "frozen_at"),
                        members(call.id()),
                        row.getInt("applications"),
                        row.getInt("unspoken")))
                .optional();
    }

    Committee needed(Call call) {
        return of(call).orElseThrow(ReadingCommittee::notFound);
    }

    private List<Committee.Member> members(CallId call) {
        return database.sql("""
                        select m.*, coalesce(s.scored, 0) as scored, coalesce(x.conflicts, 0) as conflicts
                          from spaces.committee_member m
                          left join (select s.user_id, count(*) as scored from spaces.score s join spaces.application a on a.id = s.application_id
                                      where a.call_id = :call and a.withdrawn_at is null and array_position(s.points, null) is null
                                        and not exists (select from spaces.conflict x where x.application_id = a.id and x.user_id = s.user_id)
                                      group by s.user_id) s on s.user_id = m.user_id
                          left join (select x.user_id, count(*) as conflicts from spaces.conflict x join spaces.application a on a.id = x.application_id
                                      where a.call_id = :call and a.withdrawn_at is null group by x.user_id) x on x.user_id = m.user_id
                         where m.call_id = :call order by m.chair desc, m.name, m.user_id
                        """)
                .param("call", call.value())
                .query((row, number) -> new Committee.Member(
                        row.getObject("user_id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("chair"),
                        moment(row, "closed_at"),
                        row.getInt("scored"),
                        row.getInt("conflicts")))
                .list();
    }

    /** The sheet of a member; whoever does not sit in the committee has none. */
    Sheet sheet(Call call, UUID user) {
        var committee = needed(call);
        var member = committee.member(user).orElseThrow(ReadingCommittee::notFound);
        var lines = database.sql("""
                        select a.id, a.number, x.ground, s.points::int[] as points
                          from spaces.application a
                          left join spaces.score s on s.application_id = a.id and s.user_id = :user
                          left join spaces.conflict x on x.application_id = a.id and x.user_id = :user
                         where a.call_id = :call and a.submitted_at is not null and a.withdrawn_at is null order by a.number
                        """)
                .param("user", user)
                .param("call", call.id().value())
                .query((row, number) -> new Sheet.Line(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        Optional.ofNullable(row.getString("ground")),
                        points(row)))
                .list();
        return new Sheet(committee, member, lines);
    }

    /** Gaps are null. */
    static List<@Nullable Integer> points(ResultSet row) throws SQLException {
        var array = row.getArray("points");
        return array == null ? List.of() : Arrays.asList((Integer[]) array.getArray());
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
