package ma.qutb.spaces.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.Shape;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.UnitKind;
import ma.qutb.spaces.unit.KeepingUnits;
import ma.qutb.spaces.unit.NewUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Places units on a level by hand: moves them, changes their width and depth, adds one. All of a page, or nothing of it. */
@Service
@Transactional
class EditingPlan {

    private final ReadingPlan reading;
    private final KeepingUnits keeping;
    private final JdbcClient database;

    EditingPlan(ReadingPlan reading, KeepingUnits keeping, JdbcClient database) {
        this.reading = reading;
        this.keeping = keeping;
        this.database = database;
    }

    /** Where a unit stands, in centimetres. */
    record Place(int x, int y, int width, int height) {

        Shape shape() {
            return Shape.rectangle(x, y, width, height);
        }

        static Place of(Shape shape) {
            return new Place(shape.minX(), shape.minY(), shape.maxX() - shape.minX(), shape.maxY() - shape.minY());
        }
    }

    /** A unit to add. */
    record Added(String number, UnitKind kind, Place place) {}

    /** The ground of a site, so large that something can be placed on it. */
    UUID ground(SiteId site, int width, int height) {
        return database.sql("""
                        insert into spaces.level (id, site_id, floor, min_x, min_y, width, height, version)
                        values (:id, :site, 0, 0, 0, :width, :height, 1)
                        on conflict on constraint level_once do update set width = :width, height = :height, version = spaces.level.version + 1
                        returning id
                        """)
                .param("id", Ids.next())
                .param("site", site.value())
                .param("width", width)
                .param("height", height)
                .query(UUID.class)
                .single();
    }

    /**
     * Places the units so; whoever is not named stays.
     *
     * @throws Refusal when one would stand outside the plan, or on another
     */
    void place(SiteId site, LocalDate day, Map<UUID, Place> places, Optional<Added> added) {
        var sheet = reading.read(site, Optional.empty(), day)
                .orElseThrow(() -> new Refusal("spaces.editor.refusal.no-ground"));
        var standing = new HashMap<String, Place>();
        for (var unit : sheet.units()) {
            var before = Place.of(unit.shape());
            var after = places.getOrDefault(unit.id().value(), before);
            standing.put(unit.number(), after);
            if (!after.equals(before)) {
                check(unit.number(), after, sheet.box());
                keeping.draw(unit.id(), sheet.box().level(), moved(unit.shape(), before, after));
            }
        }
        added.ifPresent(it -> {
            check(it.number(), it.place(), sheet.box());
            standing.put(it.number(), it.place());
            var area = Optional.of((int) it.place().shape().area());
            keeping.enter(
                    site,
                    new NewUnit(
                            it.number(),
                            it.kind(),
                            area,
                            NewUnit.Offers.NOTHING,
                            List.of(),
                            Optional.of(sheet.box().level()),
                            Optional.empty(),
                            Optional.of(it.place().shape())),
                    day,
                    "ready");
        });
        var touched = sheet.units().stream()
                .filter(it -> !Place.of(it.shape()).equals(standing.get(it.number())))
                .map(Sheet.On::number)
                .toList();
        touched.forEach(it -> apart(it, standing));
        added.ifPresent(it -> apart(it.number(), standing));
    }

    /** An outline that is only moved keeps its corners. */
    private static Shape moved(Shape shape, Place before, Place after) {
        if (before.width() != after.width() || before.height() != after.height()) {
            return after.shape();
        }
        var points = new java.util.ArrayList<Integer>();
        for (int i = 0; i < shape.points().size(); i++) {
            points.add(shape.points().get(i) + (i % 2 == 0 ? after.x() - before.x() : after.y() - before.y()));
        }
        return new Shape(points);
    }

    private static void check(String number, Place it, Sheet.Box box) {
        boolean inside = it.x() >= box.minX()
                && it.y() >= box.minY()
                && it.x() + it.width() <= box.minX() + box.width()
                && it.y() + it.height() <= box.minY() + box.height();
        if (!inside || it.width() < 50 || it.height() < 50) {
            throw new Refusal("spaces.editor.refusal.outside", number);
        }
    }

    /** Drawings are not exact: ten centimetres over each other are no quarrel. */
    private static void apart(String number, Map<String, Place> standing) {
        var one = Objects.requireNonNull(standing.get(number));
        standing.forEach((other, it) -> {
            int across = Math.min(one.x() + one.width(), it.x() + it.width()) - Math.max(one.x(), it.x());
            int down = Math.min(one.y() + one.height(), it.y() + it.height()) - Math.max(one.y(), it.y());
            if (!other.equals(number) && across > 10 && down > 10) {
                throw new Refusal("spaces.editor.refusal.over-another", number, other);
            }
        });
    }
}
