package ma.qutb.spaces.reference;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import ma.qutb.registry.CraftCode;
import ma.qutb.spaces.CraftNuisances;
import ma.qutb.spaces.Nuisance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What crafts bring with them, as it is kept. */
@Repository
@Transactional(readOnly = true)
class CraftNuisanceTable implements CraftNuisances {

    private final JdbcClient database;

    CraftNuisanceTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<CraftCode, Nuisance> on(LocalDate day) {
        var all = new TreeMap<CraftCode, Nuisance>();
        database.sql("select craft_code, noise, dust, fire, smell from spaces.craft_nuisance where during @> :day")
                .param("day", day)
                .query(row -> {
                    all.put(
                            new CraftCode(row.getString("craft_code")),
                            new Nuisance(
                                    row.getInt("noise"), row.getInt("dust"), row.getInt("fire"), row.getInt("smell")));
                });
        return all;
    }
}
