package ma.qutb.spaces.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.registry.LocalName;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.site.KeepingSites;
import ma.qutb.spaces.unit.KeepingUnits;
import ma.qutb.spaces.unit.NewUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws a level of a site as a file says: its box, what stands around, its blocks and units. In the transaction of whoever asks. */
@Component
class DrawingPlan {

    private final KeepingUnits keeping;
    private final KeepingSites building;
    private final JdbcClient database;

    DrawingPlan(KeepingUnits keeping, KeepingSites building, JdbcClient database) {
        this.keeping = keeping;
        this.building = building;
        this.database = database;
    }

    /**
     * @param from the day from which new units exist
     * @param known the units of the site on that day, by number
     */
    void draw(SiteId site, PlanFile file, LocalDate from, Map<String, Unit> known) {
        var level = level(site, file);
        var blocks = blocks(site, file);
        for (var row : file.units()) {
            var before = known.get(row.number());
            var block = row.block().map(blocks::get);
            if (before == null) {
                keeping.enter(
                        site,
                        new NewUnit(
                                row.number(),
                                row.kind(),
                                row.area()
                                        .or(() -> Optional.of((int) row.shape().area())
                                                .filter(it -> it > 0)),
                                NewUnit.Offers.NOTHING,
                                List.of(),
                                Optional.of(level),
                                block,
                                Optional.of(row.shape())),
                        from,
                        "ready");
            } else {
                keeping.draw(before.id(), level, row.shape());
                block.ifPresent(it -> keeping.move(before.id(), it));
            }
        }
    }

    private UUID level(SiteId site, PlanFile file) {
        var box = file.box();
        var level = database.sql("""
                        insert into spaces.level (id, site_id, floor, min_x, min_y, width, height, version)
                        values (:id, :site, :floor, :x, :y, :width, :height, 1)
                        on conflict on constraint level_once do update set min_x = :x, min_y = :y, width = :width, height = :height,
                            version = spaces.level.version + 1
                        returning id
                        """)
                .param("id", Ids.next())
                .param("site", site.value())
                .param("floor", file.floor())
                .param("x", box.get(0))
                .param("y", box.get(1))
                .param("width", box.get(2))
                .param("height", box.get(3))
                .query(UUID.class)
                .single();
        if (!file.drawings().isEmpty()) {
            database.sql("delete from spaces.drawing where level_id = :level")
                    .param("level", level)
                    .update();
        }
        int position = 0;
        for (var one : file.drawings()) {
            database.sql("""
                            insert into spaces.drawing (id, level_id, kind, shape, name_ar, name_fr, name_en, position)
                            values (:id, :level, :kind, :shape, :ar, :fr, :en, :position)
                            """)
                    .param("id", Ids.next())
                    .param("level", level)
                    .param("kind", one.kind())
                    .param("shape", one.points().toArray(Integer[]::new))
                    .param("ar", one.name().arabic())
                    .param("fr", one.name().french())
                    .param("en", one.name().english())
                    .param("position", position++)
                    .update();
        }
        return level;
    }

    /** The blocks of the site by the codes of the file; those it has not are built. */
    private Map<String, UUID> blocks(SiteId site, PlanFile file) {
        var byName = new HashMap<String, UUID>();
        database.sql("select id, name_ar, name_fr from spaces.building where site_id = :site")
                .param("site", site.value())
                .query(row -> {
                    byName.put(row.getString("name_ar"), row.getObject("id", UUID.class));
                    byName.putIfAbsent(row.getString("name_fr"), row.getObject("id", UUID.class));
                });
        var blocks = new HashMap<String, UUID>();
        file.units().stream()
                .flatMap(it -> it.block().stream())
                .distinct()
                .sorted()
                .forEach(code -> {
                    var name = file.blocks().getOrDefault(code, new LocalName(code, code, code));
                    var known = byName.getOrDefault(name.arabic(), byName.get(name.french()));
                    blocks.put(code, known == null ? building.build(site, name) : known);
                });
        return blocks;
    }
}
