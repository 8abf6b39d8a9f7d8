package ma.qutb.registry.headcount;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts artisans and organisations by craft and by place, within the places a reader may look at. */
@Component
@Transactional(readOnly = true)
public class Counting {

    /** Each craft beside itself and the families above it, so that who practises two crafts of a family counts there once. */
    private static final String LINEAGE = """
            with recursive lineage (craft, above) as (
                select code, code from registry.craft
                union all
                select l.craft, c.parent_code from lineage l join registry.craft c on c.code = l.above where c.parent_code is not null
            )
            """;

    private final JdbcClient database;

    Counting(JdbcClient database) {
        this.database = database;
    }

    /** Artisans of each craft and each family; {@code covered} empty: everywhere. */
    public Map<CraftCode, Headcount> artisansByCraft(Optional<Set<TerritoryCode>> covered) {
        return byCraft(LINEAGE + """
                select l.above as code, count(distinct p.id) filter (where not p.demonstration) as real,
                    count(distinct p.id) filter (where p.demonstration) as demonstration
                from registry.artisan_craft a join lineage l on l.craft = a.craft_code join registry.person p on p.id = a.person_id
                where p.merged_into is null and (:everywhere or p.territory_code = any(:places))
                group by l.above
                """, covered);
    }

    /** Organisations of each craft and each family. Several bodies that a source names together are not one. */
    public Map<CraftCode, Headcount> organisationsByCraft(Optional<Set<TerritoryCode>> covered) {
        return byCraft(LINEAGE + """
                select l.above as code, count(distinct o.id) filter (where not o.demonstration) as real,
                    count(distinct o.id) filter (where o.demonstration) as demonstration
                from registry.organisation_craft c join lineage l on l.craft = c.craft_code
                join registry.organisation o on o.id = c.organisation_id
                where o.merged_into is null and not o.collective and (:everywhere or o.territory_code = any(:places))
                group by l.above
                """, covered);
    }

    /** Artisans whose record names this place itself. */
    public Map<TerritoryCode, Headcount> artisansByPlace(Optional<Set<TerritoryCode>> covered) {
        return byPlace("""
                select p.territory_code as code, count(*) filter (where not p.demonstration) as real,
                    count(*) filter (where p.demonstration) as demonstration
                from registry.artisan a join registry.person p on p.id = a.person_id
                where p.merged_into is null and p.territory_code is not null and (:everywhere or p.territory_code = any(:places))
                group by p.territory_code
                """, covered);
    }

    /** Organisations whose seat is in this place itself. */
    public Map<TerritoryCode, Headcount> organisationsByPlace(Optional<Set<TerritoryCode>> covered) {
        return byPlace("""
                select o.territory_code as code, count(*) filter (where not o.demonstration) as real,
                    count(*) filter (where o.demonstration) as demonstration
                from registry.organisation o
                where o.merged_into is null and not o.collective and o.territory_code is not null
                    and (:everywhere or o.territory_code = any(:places))
                group by o.territory_code
                """, covered);
    }

    private Map<CraftCode, Headcount> byCraft(String sql, Optional<Set<TerritoryCode>> covered) {
        Map<CraftCode, Headcount> counts = new HashMap<>();
        counts(sql, covered).forEach((code, count) -> counts.put(new CraftCode(code), count));
        return counts;
    }

    private Map<TerritoryCode, Headcount> byPlace(String sql, Optional<Set<TerritoryCode>> covered) {
        Map<TerritoryCode, Headcount> counts = new HashMap<>();
        counts(sql, covered).forEach((code, count) -> counts.put(new TerritoryCode(code), count));
        return counts;
    }

    private Map<String, Headcount> counts(String sql, Optional<Set<TerritoryCode>> covered) {
        Map<String, Headcount> counts = new HashMap<>();
        database.sql(sql)
                .param("everywhere", covered.isEmpty())
                .param(
                        "places",
                        covered.orElse(Set.of()).stream()
                                .map(TerritoryCode::value)
                                .toArray(String[]::new))
                .query(row -> {
                    counts.put(row.getString("code"), new Headcount(row.getLong("real"), row.getLong("demonstration")));
                });
        return counts;
    }
}
