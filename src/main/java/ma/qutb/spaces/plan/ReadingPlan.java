package ma.qutb.spaces.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.LocalName;
import ma.qutb.spaces.Shape;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads a level with everything on it: all units at once, never one by one. */
@Repository
@Transactional(readOnly = true)
class ReadingPlan {

    private final JdbcClient database;

    ReadingPlan(JdbcClient database) {
        this.database = database;
    }

    /** The sheet of this floor, or of the lowest that is drawn; empty when nothing of the site is. */
    Optional<Sheet> read(SiteId site, Optional<Integer> floor, LocalDate day) {
        var boxes = database.sql("""
                        select id, floor, min_x, min_y, width, height from spaces.level where site_id = :site order by abs(floor), floor
                        """)
                .param("site", site.value())
                .query((row, number) -> new Level(
                        new Sheet.Box(
                                row.getObject("id", UUID.class),
                                row.getInt("min_x"),
                                row.getInt("min_y"),
                                row.getInt("width"),
                                row.getInt("height")),
                        row.getInt("floor")))
                .list();
        return boxes.stream()
                .filter(it -> floor.isEmpty() || floor.get() == it.floor())
                .findFirst()
                .or(() -> boxes.stream().findFirst())
                .map(it -> sheet(site, it.box(), boxes, day));
    }

    private record Level(Sheet.Box box, int floor) {}

    private Sheet sheet(SiteId site, Sheet.Box box, List<Level> levels, LocalDate day) {
        var about = database.sql("""
                        select coalesce(min(lower(during)), :day) as begins,
                               count(*) filter (where during @> :day and (level_id is distinct from :level or shape is null)) as elsewhere
                          from spaces.unit where site_id = :site
                        """)
                .param("day", day)
                .param("level", box.level())
                .param("site", site.value())
                .query((row, number) -> new About(row.getObject("begins", LocalDate.class), row.getInt("elsewhere")))
                .single();
        return new Sheet(
                box,
                levels.stream()
                        .map(it -> new Sheet.Floor(it.box().level(), it.floor()))
                        .toList(),
                drawings(box.level()),
                blocks(site),
                units(box.level(), day),
                about.elsewhere(),
                about.begins());
    }

    private record About(LocalDate begins, int elsewhere) {}

    private List<Sheet.Drawn> drawings(UUID level) {
        return database.sql(
                        "select kind, shape, name_ar, name_fr, name_en from spaces.drawing where level_id = :level order by position")
                .param("level", level)
                .query((row, number) -> new Sheet.Drawn(
                        row.getString("kind"),
                        Arrays.asList((Integer[]) row.getArray("shape").getArray()),
                        name(row)))
                .list();
    }

    private List<Sheet.Block> blocks(SiteId site) {
        return database.sql(
                        "select id, name_ar, name_fr, name_en from spaces.building where site_id = :site order by position")
                .param("site", site.value())
                .query((row, number) -> new Sheet.Block(row.getObject("id", UUID.class), name(row)))
                .list();
    }

    private List<Sheet.On> units(UUID level, LocalDate day) {
        return database.sql("""
                        select * from spaces.unit_on(:day) n where level_id = :level and shape is not null
                         order by substring(number from '^[A-Z]*'), coalesce(substring(number from '[0-9]+')::bigint, 0), number
                        """)
                .param("day", day)
                .param("level", level)
                .query((row, number) -> new Sheet.On(
                        new UnitId(row.getObject("id", UUID.class)),
                        row.getString("number"),
                        row.getString("kind"),
                        Optional.ofNullable(row.getObject("area_dm2", Integer.class)),
                        Shape.ofColumn((Integer[]) row.getArray("shape").getArray()),
                        Optional.ofNullable(row.getObject("building_id", UUID.class)),
                        row.getString("state"),
                        Optional.ofNullable(row.getObject("person_id", UUID.class)),
                        Optional.ofNullable(row.getObject("organisation_id", UUID.class)),
                        Optional.ofNullable(row.getString("craft_code")),
                        row.getObject("since", LocalDate.class),
                        Optional.ofNullable(row.getObject("until", LocalDate.class))))
                .list();
    }

    private static LocalName name(ResultSet row) throws SQLException {
        return new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en"));
    }
}
