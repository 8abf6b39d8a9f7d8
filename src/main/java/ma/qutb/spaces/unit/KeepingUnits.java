package ma.qutb.spaces.unit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.spaces.Shape;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters units, keeps what is known of them, and says from when they can be used. */
@Service
@Transactional
public class KeepingUnits {

    private final JdbcClient database;

    KeepingUnits(JdbcClient database) {
        this.database = database;
    }

    /**
     * A unit that exists from this day on, in this state.
     *
     * @throws Refusal when another of the site has the number then
     */
    public UnitId enter(SiteId site, NewUnit it, LocalDate from, String state) {
        var id = UnitId.next();
        try {
            said(database.sql("""
                            insert into spaces.unit (id, site_id, level_id, building_id, number, kind, area_dm2, shape, water, power_kw,
                                three_phase, gas, drainage, accessible, own_use, noise, dust, fire, smell, crafts, during, version)
                            values (:id, :site, cast(:level as uuid), cast(:building as uuid), :number, :kind, :area, :shape, :water, :power,
                                :three_phase, :gas, :drainage, :accessible, :own_use, :noise, :dust, :fire, :smell, :crafts, daterange(:from, null), 1)
                            """), id, it)
                    .param("site", site.value())
                    .param("shape", it.shape().map(Shape::column).orElse(null))
                    .param("from", from)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("unit_number_once_at_a_time", e, "spaces.unit.refusal.number-taken", it.number());
        }
        begin(id, state, from, null, "");
        return id;
    }

    /** What it offers and where it is; its outline is drawn on the plan. */
    public void describe(UnitId unit, NewUnit it) {
        try {
            said(database.sql("""
                            update spaces.unit set level_id = cast(:level as uuid), building_id = cast(:building as uuid), number = :number,
                                kind = :kind, area_dm2 = :area, water = :water, power_kw = :power, three_phase = :three_phase, gas = :gas,
                                drainage = :drainage, accessible = :accessible, own_use = :own_use, noise = :noise, dust = :dust, fire = :fire, smell = :smell,
                                crafts = :crafts, version = version + 1
                            where id = :id
                            """), unit, it).update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("unit_number_once_at_a_time", e, "spaces.unit.refusal.number-taken", it.number());
        }
    }

    /** Draws it on this level with this outline. */
    public void draw(UnitId unit, UUID level, Shape shape) {
        database.sql("update spaces.unit set level_id = :level, shape = :shape, version = version + 1 where id = :id")
                .param("level", level)
                .param("shape", shape.column())
                .param("id", unit.value())
                .update();
    }

    /** It lies in this block or house of its site. */
    public void move(UnitId unit, UUID building) {
        database.sql("""
                        update spaces.unit set building_id = :building, version = version + 1
                        where id = :id and building_id is distinct from :building
                        """).param("building", building).param("id", unit.value()).update();
    }

    /**
     * From this day on the unit is in this state.
     *
     * @throws Refusal when it does not exist then, or when a later change is known already
     */
    public void change(UnitId unit, String state, LocalDate day, String reason) {
        var known = database.sql("""
                        select exists (select from spaces.unit where id = :unit and during @> :day) as there,
                               exists (select from spaces.unit_state where unit_id = :unit and lower(during) > :day) as later
                        """)
                .param("unit", unit.value())
                .param("day", day)
                .query((row, number) -> new boolean[] {row.getBoolean("there"), row.getBoolean("later")})
                .single();
        if (!known[0]) {
            throw new Refusal("spaces.unit.refusal.not-there", day);
        }
        if (known[1]) {
            throw new Refusal("spaces.unit.refusal.later-known");
        }
        cut(unit, day);
        var until = database.sql("select upper(during) from spaces.unit where id = :unit")
                .param("unit", unit.value())
                .query(LocalDate.class)
                .optional();
        begin(unit, state, day, until.orElse(null), reason);
    }

    /** What its state was from this day on is told no more. */
    void cut(UnitId unit, LocalDate day) {
        database.sql("delete from spaces.unit_state where unit_id = :unit and lower(during) >= :day")
                .param("unit", unit.value())
                .param("day", day)
                .update();
        database.sql("""
                        update spaces.unit_state set during = daterange(lower(during), :day)
                        where unit_id = :unit and during @> :day
                        """).param("unit", unit.value()).param("day", day).update();
    }

    private void begin(UnitId unit, String state, LocalDate from, @Nullable LocalDate until, String reason) {
        database.sql("""
                        insert into spaces.unit_state (unit_id, state, during, reason)
                        values (:unit, :state, daterange(:from, cast(:until as date)), :reason)
                        """)
                .param("unit", unit.value())
                .param("state", state)
                .param("from", from)
                .param("until", until)
                .param("reason", reason)
                .update();
    }

    private static JdbcClient.StatementSpec said(JdbcClient.StatementSpec statement, UnitId id, NewUnit it) {
        var offers = it.offers();
        return statement
                .param("id", id.value())
                .param("level", text(it.level()))
                .param("building", text(it.building()))
                .param("number", it.number())
                .param("kind", it.kind().code())
                .param("area", it.area().orElse(null))
                .param("water", offers.water())
                .param("power", offers.power())
                .param("three_phase", offers.threePhase())
                .param("gas", offers.gas())
                .param("drainage", offers.drainage())
                .param("accessible", offers.accessible())
                .param("own_use", offers.ownUse())
                .param("noise", offers.bears().noise())
                .param("dust", offers.bears().dust())
                .param("fire", offers.bears().fire())
                .param("smell", offers.bears().smell())
                .param(
                        "crafts",
                        it.crafts().stream().map(CraftCode::value).sorted().toArray(String[]::new));
    }

    private static @Nullable String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse(null);
    }
}
