package ma.qutb.spaces.upkeep;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes what is looked after in a unit; what was read or found is never rewritten. */
@Service
@Transactional
public class Upkeep {

    static final List<String> PLACES =
            List.of("walls", "floor", "door", "windows", "electricity", "water", "equipment");

    private final JdbcClient database;
    private final Clock clock;

    Upkeep(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What was found of one part of a unit. */
    public record Found(String state, Optional<UUID> photo) {}

    /** @throws Refusal when a meter of this kind has the number */
    void install(UnitId unit, String kind, String serial, LocalDate day) {
        try {
            database.sql("""
                            insert into spaces.meter (id, unit_id, kind, serial, installed_on, version)
                            values (:id, :unit, :kind, :serial, :day, 1)
                            """)
                    .param("id", Ids.next())
                    .param("unit", unit.value())
                    .param("kind", kind)
                    .param("serial", serial)
                    .param("day", day)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("meter_serial_once", e, "spaces.upkeep.refusal.serial-taken", serial);
        }
    }

    /**
     * @param value thousandths of what the meter counts
     * @throws Refusal when it was read that day, lies in the future, or the meter would run backwards
     */
    void read(UUID meter, LocalDate day, long value, Optional<UUID> photo, Actor by) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Refusal("spaces.upkeep.refusal.future");
        }
        try {
            database.sql("""
                            insert into spaces.meter_reading (id, meter_id, read_on, value, photo, read_by, read_by_name, recorded_at)
                            values (:id, :meter, :day, :value, cast(:photo as uuid), :by, :name, :now)
                            """)
                    .param("id", Ids.next())
                    .param("meter", meter)
                    .param("day", day)
                    .param("value", value)
                    .param("photo", text(photo))
                    .param("by", by.id())
                    .param("name", by.displayName())
                    .param("now", now())
                    .update();
        } catch (DataIntegrityViolationException e) {
            var twice = Refusal.when("meter_reading_once_a_day", e, "spaces.upkeep.refusal.read-that-day");
            throw twice instanceof Refusal
                    ? twice
                    : Refusal.when("meter_reading_in_order", e, "spaces.upkeep.refusal.backwards");
        }
    }

    /** @throws Refusal when nothing was looked at, or the day has not come */
    public void report(
            UnitId unit,
            String occasion,
            LocalDate day,
            String withWhom,
            String note,
            Optional<UUID> signed,
            Map<String, Found> found,
            Actor by) {
        if (found.isEmpty()) {
            throw new Refusal("spaces.upkeep.refusal.nothing-found");
        }
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Refusal("spaces.upkeep.refusal.future");
        }
        var id = Ids.next();
        database.sql("""
                        insert into spaces.condition_report (id, unit_id, occasion, made_on, with_whom, note, signed_file, made_by,
                            made_by_name, recorded_at)
                        values (:id, :unit, :occasion, :day, :whom, :note, cast(:signed as uuid), :by, :name, :now)
                        """)
                .param("id", id)
                .param("unit", unit.value())
                .param("occasion", occasion)
                .param("day", day)
                .param("whom", withWhom)
                .param("note", note)
                .param("signed", text(signed))
                .param("by", by.id())
                .param("name", by.displayName())
                .param("now", now())
                .update();
        found.forEach((place, it) -> database.sql("""
                        insert into spaces.condition_item (report_id, place, state, photo)
                        values (:report, :place, :state, cast(:photo as uuid))
                        """)
                .param("report", id)
                .param("place", place)
                .param("state", it.state())
                .param("photo", text(it.photo()))
                .update());
    }

    void ask(UnitId unit, String what, boolean urgent, Optional<UUID> photo) {
        database.sql("""
                        insert into spaces.repair (id, unit_id, what, urgent, reported_on, state, photo, version)
                        values (:id, :unit, :what, :urgent, :day, 'reported', cast(:photo as uuid), 1)
                        """)
                .param("id", Ids.next())
                .param("unit", unit.value())
                .param("what", what)
                .param("urgent", urgent)
                .param("day", LocalDate.now(clock))
                .param("photo", text(photo))
                .update();
    }

    /**
     * @param state {@code ordered}, {@code done} or {@code dropped}
     * @param cost in centimes
     * @throws Refusal when it has ended already
     */
    void advance(UUID repair, String state, Optional<Long> cost, String note, Optional<UUID> photo) {
        int changed = database.sql("""
                        update spaces.repair set state = :state, cost = coalesce(cast(:cost as bigint), cost), note = :note,
                            done_on = case when :state = 'done' then :day end, photo_after = cast(:photo as uuid), version = version + 1
                        where id = :id and state in ('reported', 'ordered')
                        """)
                .param("state", state)
                .param("cost", cost.orElse(null))
                .param("note", note)
                .param("day", LocalDate.now(clock))
                .param("photo", text(photo))
                .param("id", repair)
                .update();
        if (changed == 0) {
            throw new Refusal("spaces.upkeep.refusal.ended");
        }
    }

    void keep(UnitId unit, UUID file, String title, Actor by) {
        database.sql("""
                        insert into spaces.unit_file (id, unit_id, file, title, added_by, added_at) values (:id, :unit, :file, :title, :by, :now)
                        on conflict on constraint unit_file_once do nothing
                        """)
                .param("id", Ids.next())
                .param("unit", unit.value())
                .param("file", file)
                .param("title", title)
                .param("by", by.id())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static @Nullable String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse(null);
    }
}
