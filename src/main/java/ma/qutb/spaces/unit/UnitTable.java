package ma.qutb.spaces.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.CraftCode;
import ma.qutb.spaces.Nuisance;
import ma.qutb.spaces.Shape;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.UnitKind;
import ma.qutb.spaces.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Units as other features know them. */
@Repository
@Transactional(readOnly = true)
class UnitTable implements Units {

    /** Walls are drawn up to this far apart, in centimetres. */
    private static final int WALL = 60;

    private static final String UNIT = """
            select u.*, lower(u.during) as exists_from, upper(u.during) as exists_until from spaces.unit u
            """;
    /** 2 before 10, and 10 before 10/A. */
    private static final String AS_PEOPLE_COUNT =
            " order by substring(u.number from '^[A-Z]*'), coalesce(substring(u.number from '[0-9]+')::bigint, 0), u.number";

    private final JdbcClient database;
    private final Sites sites;

    UnitTable(JdbcClient database, Sites sites) {
        this.database = database;
        this.sites = sites;
    }

    @Override
    public Optional<Unit> find(UnitId unit) {
        return database.sql(UNIT + "where u.id = :id")
                .param("id", unit.value())
                .query(UnitTable::unit)
                .optional();
    }

    @Override
    public Optional<Unit> find(UnitId unit, Actor actor, String permission) {
        return find(unit).filter(it -> sites.find(it.site(), actor, permission).isPresent());
    }

    @Override
    public Map<UnitId, Unit> find(Collection<UnitId> units) {
        return database
                .sql(UNIT + "where u.id = any(:ids)")
                .param("ids", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(UnitTable::unit)
                .list()
                .stream()
                .collect(Collectors.toMap(Unit::id, it -> it));
    }

    @Override
    public List<Unit> of(SiteId site, LocalDate day) {
        return database.sql(UNIT + "where u.site_id = :site and u.during @> :day" + AS_PEOPLE_COUNT)
                .param("site", site.value())
                .param("day", day)
                .query(UnitTable::unit)
                .list();
    }

    @Override
    public List<Unit> free(SiteId site, LocalDate day) {
        return database.sql(UNIT + """
                        join spaces.unit_on(:day) n on n.id = u.id
                        where u.site_id = :site and n.state = 'free' and upper_inf(u.during)
                            and not exists (select from spaces.occupancy o where o.unit_id = u.id and upper(o.during) > :day is not false)
                        """ + AS_PEOPLE_COUNT)
                .param("site", site.value())
                .param("day", day)
                .query(UnitTable::unit)
                .list();
    }

    @Override
    public Map<UnitId, Set<UnitId>> neighbours(Collection<Unit> units) {
        var neighbours = new LinkedHashMap<UnitId, Set<UnitId>>();
        units.forEach(it -> neighbours.put(it.id(), new HashSet<>()));
        for (var one : units) {
            for (var other : units) {
                if (!one.id().equals(other.id()) && besides(one, other)) {
                    neighbours.getOrDefault(one.id(), new HashSet<>()).add(other.id());
                }
            }
        }
        return new HashMap<>(neighbours);
    }

    private static boolean besides(Unit one, Unit other) {
        return one.level().isPresent()
                && one.level().equals(other.level())
                && one.shape().isPresent()
                && other.shape().isPresent()
                && one.shape().get().beside(other.shape().get(), WALL);
    }

    static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                new UnitId(row.getObject("id", UUID.class)),
                new SiteId(row.getObject("site_id", UUID.class)),
                row.getString("number"),
                UnitKind.of(row.getString("kind")),
                Optional.ofNullable(row.getObject("level_id", UUID.class)),
                Optional.ofNullable(row.getObject("building_id", UUID.class)),
                Optional.ofNullable(row.getObject("area_dm2", Integer.class)),
                Optional.ofNullable(integers(row, "shape")).map(Shape::ofColumn),
                row.getBoolean("water"),
                row.getInt("power_kw"),
                row.getBoolean("three_phase"),
                row.getBoolean("gas"),
                row.getBoolean("drainage"),
                row.getBoolean("accessible"),
                row.getBoolean("own_use"),
                new Nuisance(row.getInt("noise"), row.getInt("dust"), row.getInt("fire"), row.getInt("smell")),
                Arrays.stream((String[]) row.getArray("crafts").getArray())
                        .map(CraftCode::new)
                        .collect(Collectors.toSet()),
                row.getObject("exists_from", LocalDate.class),
                Optional.ofNullable(row.getObject("exists_until", LocalDate.class)));
    }

    private static Integer @Nullable [] integers(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : (Integer[]) array.getArray();
    }
}
