package ma.qutb.registry.organisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All cooperatives that are being formed, by the step they wait for. */
@Component
@Transactional(readOnly = true)
public class FormationBoard {

    /**
     * A cooperative on its way.
     *
     * @param since day of the last step; null before the first
     */
    public record Path(
            UUID id,
            LocalName name,
            @Nullable LocalName place,
            @Nullable LocalName craft,
            int members,
            int steps,
            @Nullable LocalDate since,
            boolean demonstration) {

        /** The step that comes next. */
        public FormationStep next() {
            return FormationStep.values()[steps];
        }
    }

    private final JdbcClient database;
    private final Territories territories;
    private final Crafts crafts;

    FormationBoard(JdbcClient database, Territories territories, Crafts crafts) {
        this.database = database;
        this.territories = territories;
        this.crafts = crafts;
    }

    /** Every step with the cooperatives that wait for it, those that wait longest first. */
    Map<FormationStep, List<Path>> paths(Scope scope) {
        var columns = new LinkedHashMap<FormationStep, List<Path>>();
        var paths = read(scope);
        for (var step : FormationStep.values()) {
            columns.put(step, paths.stream().filter(it -> it.next() == step).toList());
        }
        return columns;
    }

    private List<Path> read(Scope scope) {
        var covered = territories.covered(scope);
        return database.sql("""
                        select o.id, o.name_ar, o.name_latin, o.name_en, o.territory_code, o.demonstration,
                            (select min(c.craft_code) from registry.organisation_craft c where c.organisation_id = o.id) as craft,
                            (select count(*) from registry.membership m where m.organisation_id = o.id and m.left_on is null) as members,
                            count(s.step) as steps, max(s.done_on) as since
                        from registry.organisation o left join registry.formation_step s on s.organisation_id = o.id
                        where o.status = 'IN_FORMATION' and o.merged_into is null and (:everywhere or o.territory_code = any(:covered))
                        group by o.id having count(s.step) < :all
                        order by max(s.done_on) nulls first, o.sort_name_ar collate "ar-x-icu"
                        """)
                .param("everywhere", covered.isEmpty())
                .param(
                        "covered",
                        covered.stream()
                                .flatMap(it -> it.stream().map(TerritoryCode::value))
                                .toArray(String[]::new))
                .param("all", FormationStep.values().length)
                .query((row, number) -> new Path(
                        row.getObject("id", UUID.class),
                        new LocalName(row.getString("name_ar"), row.getString("name_latin"), row.getString("name_en")),
                        Optional.ofNullable(row.getString("territory_code"))
                                .map(it -> territories.nameOf(new TerritoryCode(it)))
                                .orElse(null),
                        Optional.ofNullable(row.getString("craft"))
                                .map(it -> crafts.nameOf(new CraftCode(it)))
                                .orElse(null),
                        row.getInt("members"),
                        row.getInt("steps"),
                        row.getObject("since", LocalDate.class),
                        row.getBoolean("demonstration")))
                .list();
    }
}
