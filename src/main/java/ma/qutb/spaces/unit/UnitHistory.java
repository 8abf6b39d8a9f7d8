package ma.qutb.spaces.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.LocalName;
import ma.qutb.spaces.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was, is and will be of a unit: its states, who had it, what it came from and what became of it. */
@Repository
@Transactional(readOnly = true)
public class UnitHistory {

    private final JdbcClient database;

    UnitHistory(JdbcClient database) {
        this.database = database;
    }

    /** It can be used, or not, for a time; {@code until} is the first day after. */
    public record Stage(String state, LocalDate from, Optional<LocalDate> until, String reason) {}

    /** Somebody has it for a time. */
    public record Tenancy(
            Optional<UUID> person,
            Optional<UUID> organisation,
            Optional<String> craft,
            String kind,
            LocalDate from,
            Optional<LocalDate> until) {}

    /** A unit it came from, or one it became. */
    public record Kin(UnitId unit, String number, String kind, LocalDate day, String reason, boolean earlier) {}

    /** Newest first. */
    List<Stage> stages(UnitId unit) {
        return database.sql("""
                        select state, lower(during) as f, upper(during) as t, reason from spaces.unit_state
                         where unit_id = :unit order by during desc
                        """)
                .param("unit", unit.value())
                .query((row, number) -> new Stage(
                        row.getString("state"),
                        row.getObject("f", LocalDate.class),
                        Optional.ofNullable(row.getObject("t", LocalDate.class)),
                        row.getString("reason")))
                .list();
    }

    /** Newest first. */
    List<Tenancy> tenancies(UnitId unit) {
        return database.sql("""
                        select person_id, organisation_id, craft_code, kind, lower(during) as f, upper(during) as t from spaces.occupancy
                         where unit_id = :unit order by during desc
                        """)
                .param("unit", unit.value())
                .query((row, number) -> new Tenancy(
                        Optional.ofNullable(row.getObject("person_id", UUID.class)),
                        Optional.ofNullable(row.getObject("organisation_id", UUID.class)),
                        Optional.ofNullable(row.getString("craft_code")),
                        row.getString("kind"),
                        row.getObject("f", LocalDate.class),
                        Optional.ofNullable(row.getObject("t", LocalDate.class))))
                .list();
    }

    List<Kin> kin(UnitId unit) {
        return database.sql("""
                        select u.id, u.number, l.kind, l.changed_on, l.reason, l.later_id = :unit as earlier
                          from spaces.unit_lineage l join spaces.unit u on u.id = case when l.later_id = :unit then l.earlier_id else l.later_id end
                         where :unit in (l.later_id, l.earlier_id) order by l.changed_on, u.number
                        """)
                .param("unit", unit.value())
                .query((row, number) -> new Kin(
                        new UnitId(row.getObject("id", UUID.class)),
                        row.getString("number"),
                        row.getString("kind"),
                        row.getObject("changed_on", LocalDate.class),
                        row.getString("reason"),
                        row.getBoolean("earlier")))
                .list();
    }

    /** What it is on this day, as the plan says it; empty on days it does not exist. */
    Optional<String> state(UnitId unit, LocalDate day) {
        return database.sql("select state from spaces.unit_on(:day) where id = :unit")
                .param("day", day)
                .param("unit", unit.value())
                .query(String.class)
                .optional();
    }

    Optional<LocalName> building(Optional<UUID> building) {
        return building.flatMap(
                id -> database.sql("select name_ar, name_fr, name_en from spaces.building where id = :id")
                        .param("id", id)
                        .query((row, number) -> new LocalName(
                                row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")))
                        .optional());
    }
}
