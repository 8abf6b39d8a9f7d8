package ma.qutb.registry.directory;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which crafts and places the directory shows: codes and counts, nobody's name, so half a minute old is new enough. */
@Component
class Shown {

    private final JdbcClient database;
    private final LoadingCache<String, Everything> now = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(30))
            .build(it -> new Everything(crafts(), places()));

    Shown(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param crafts somebody in the directory practises
     * @param places with the number of real entries each; places of made-up people only are there with 0
     */
    record Everything(Set<CraftCode> crafts, Map<TerritoryCode, Long> places) {}

    Everything now() {
        return now.get("");
    }

    private Set<CraftCode> crafts() {
        return database
                .sql("select distinct unnest(crafts) from registry.directory_listing")
                .query(String.class)
                .list()
                .stream()
                .map(CraftCode::new)
                .collect(Collectors.toSet());
    }

    private Map<TerritoryCode, Long> places() {
        return database
                .sql("""
                        select territory_code, count(*) filter (where not demonstration) as real
                        from registry.directory_listing where territory_code is not null group by territory_code
                        """)
                .query((row, number) ->
                        Map.entry(new TerritoryCode(row.getString("territory_code")), row.getLong("real")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
