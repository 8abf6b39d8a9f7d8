package ma.qutb.spaces.award;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.allocation.Allocating;
import ma.qutb.spaces.allocation.Candidate;
import ma.qutb.spaces.allocation.Explaining;
import ma.qutb.spaces.allocation.Reason;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Computes one run from its input and keeps what came of it with all reasons, together or not at all. */
@Component
@Transactional
class ComputingRun {

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate many;
    private final AwardTable awards;
    private final Units units;
    private final Clock clock;

    ComputingRun(JdbcClient database, NamedParameterJdbcTemplate many, AwardTable awards, Units units, Clock clock) {
        this.database = database;
        this.many = many;
        this.awards = awards;
        this.units = units;
        this.clock = clock;
    }

    /** The row is held while it is computed: whoever comes to it meanwhile leaves it alone, and whoever comes after a kill finds it free. */
    void compute(UUID id, IntConsumer percent) {
        boolean free =
                database.sql("""
                        select id from spaces.allocation_run where id = :id and finished_at is null for update skip locked
                        """).param("id", id).query(UUID.class).optional().isPresent();
        if (!free) {
            return;
        }
        var run = awards.run(id).orElseThrow();
        var file = AllocationFile.parse(run.input());
        percent.accept(10);
        var allocation = Allocating.allocate(file.instance());
        percent.accept(70);
        var result = AllocationFile.result(run.input(), allocation);
        var ids = applications(run);
        placements(run, allocation.holders(), ids);
        var explaining = new Explaining(file.instance(), allocation);
        standings(run, file, new Succession(file.instance(), allocation.holders()).waiting(), ids);
        reasons(run, file, explaining, ids);
        percent.accept(95);
        database.sql("update spaces.allocation_run set result = :result, finished_at = :now where id = :id")
                .param("result", result)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** It cannot be computed, now or later: its input is what it is. */
    void fail(UUID id, RuntimeException why) {
        database.sql(
                        "update spaces.allocation_run set failed_why = :why, finished_at = :now where id = :id and finished_at is null")
                .param("why", String.valueOf(why.getMessage()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private Map<String, UUID> applications(Run run) {
        var ids = new HashMap<String, UUID>();
        database.sql("select id, number from spaces.application where call_id = :call and number is not null")
                .param("call", run.call().value())
                .query(row -> {
                    ids.put(row.getString("number"), row.getObject("id", UUID.class));
                });
        return ids;
    }

    private void placements(Run run, Map<String, String> holders, Map<String, UUID> ids) {
        var offered = database.sql("select unit_id from spaces.call_unit where call_id = :call")
                .param("call", run.call().value())
                .query((row, number) -> new UnitId(row.getObject("unit_id", UUID.class)))
                .list();
        var numbered = units.find(offered).values().stream()
                .collect(Collectors.toMap(Unit::number, it -> it.id().value()));
        var rows = new ArrayList<SqlParameterSource>();
        holders.forEach((unit, number) -> rows.add(new MapSqlParameterSource("run", run.id())
                .addValue("unit", numbered.get(unit))
                .addValue("application", ids.get(number))));
        keep("insert into spaces.placement (run_id, unit_id, application_id) values (:run, :unit, :application)", rows);
    }

    private void standings(Run run, AllocationFile file, List<Candidate> waiting, Map<String, UUID> ids) {
        var positions = new HashMap<String, Integer>();
        waiting.forEach(it -> positions.put(it.number(), positions.size() + 1));
        keep(
                """
                insert into spaces.standing (run_id, application_id, score, place, position) values (:run, :application, :score, :place, :position)
                """,
                file.instance().candidates().stream()
                        .<SqlParameterSource>map(it -> new MapSqlParameterSource("run", run.id())
                                .addValue("application", ids.get(it.number()))
                                .addValue("score", thousandths(file, it.score()))
                                .addValue("place", it.place())
                                .addValue("position", positions.get(it.number())))
                        .toList());
    }

    private void reasons(Run run, AllocationFile file, Explaining explaining, Map<String, UUID> ids) {
        var rows = new ArrayList<SqlParameterSource>();
        for (var candidate : file.instance().candidates()) {
            for (var it : explaining.of(candidate)) {
                boolean scores = scored(it);
                rows.add(new MapSqlParameterSource("run", run.id())
                        .addValue("application", ids.get(candidate.number()))
                        .addValue("rank", it.rank())
                        .addValue("unit", it.unit())
                        .addValue("kind", it.kind().name().toLowerCase(java.util.Locale.ROOT))
                        .addValue("winner", Objects.requireNonNullElse(it.winner(), ""))
                        .addValue("own", scores ? thousandths(file, it.own()) : it.own())
                        .addValue("theirs", scores ? thousandths(file, it.theirs()) : it.theirs())
                        .addValue("about", Objects.requireNonNullElse(it.about(), "")));
            }
        }
        keep("""
                insert into spaces.reason (run_id, application_id, rank, unit_number, kind, winner, own, theirs, about)
                values (:run, :application, :rank, :unit, :kind, :winner, :own, :theirs, :about)
                """, rows);
    }

    private static boolean scored(Reason it) {
        return switch (it.kind()) {
            case HIGHER_SCORE, QUOTA, ALL_TOGETHER -> true;
            default -> false;
        };
    }

    private static long thousandths(AllocationFile file, long score) {
        return score * (PreparingRun.FINE / file.parts());
    }

    private void keep(String sql, List<SqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            many.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
        }
    }
}
