package ma.qutb.spaces.scoring;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.qutb.identity.Notifications;
import ma.qutb.spaces.call.Call;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts the closed sheets beside each other. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ComparingSheets {

    private final JdbcClient database;
    private final ReadingCommittee reading;
    private final Notifications notifications;
    private final Clock clock;

    ComparingSheets(JdbcClient database, ReadingCommittee reading, Notifications notifications, Clock clock) {
        this.database = database;
        this.reading = reading;
        this.notifications = notifications;
        this.clock = clock;
    }

    void compareWhenAllAreClosed(Call call) {
        var committee = reading.needed(call);
        if (!committee.members().stream().allMatch(Committee.Member::closed)) {
            return;
        }
        for (var it : sheets(call).entrySet()) {
            keep(call, it.getKey(), Average.of(call.criteria(), it.getValue()));
        }
        database.sql("update spaces.committee set compared_at = :now, version = version + 1 where call_id = :call")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("call", call.id().value())
                .update();
        for (var it : committee.members()) {
            notifications.tell(
                    it.user(), "spaces.scoring.told.compared", List.of(call.called()), Committee.path(call.id()));
        }
    }

    /** The sheets that count, by application. Points given before a conflict was found stay where they are, and count nothing. */
    private Map<UUID, List<List<Integer>>> sheets(Call call) {
        var sheets = new LinkedHashMap<UUID, List<List<Integer>>>();
        database.sql("""
                        select a.id, s.points::int[] as points
                          from spaces.application a
                          left join spaces.score s on s.application_id = a.id
                               and not exists (select from spaces.conflict x where x.application_id = a.id and x.user_id = s.user_id)
                         where a.call_id = :call and a.submitted_at is not null and a.withdrawn_at is null order by a.number, s.user_id
                        """).param("call", call.id().value()).query(row -> {
            var given = sheets.computeIfAbsent(row.getObject("id", UUID.class), _ -> new ArrayList<>());
            var points = ReadingCommittee.points(row);
            if (!points.isEmpty()) {
                given.add(points.stream().map(Objects::requireNonNull).toList());
            }
        });
        return sheets;
    }

    private void keep(Call call, UUID application, Average it) {
        database.sql("""
                        insert into spaces.comparison (application_id, call_id, members, average, spread)
                        values (:application, :call, :members, :average, :spread)
                        """)
                .param("application", application)
                .param("call", call.id().value())
                .param("members", it.members())
                .param("average", it.average())
                .param("spread", it.spread())
                .update();
    }
}
