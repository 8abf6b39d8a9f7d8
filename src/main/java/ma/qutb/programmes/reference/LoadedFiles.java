package ma.qutb.programmes.reference;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers the fingerprint of each file as it was loaded. */
@Component
class LoadedFiles {

    private final JdbcClient database;
    private final Clock clock;

    LoadedFiles(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    boolean are(Map<String, String> checksums) {
        Map<String, String> loaded = new HashMap<>();
        database.sql("select name, checksum from programmes.reference_file").query(row -> {
            loaded.put(row.getString("name"), row.getString("checksum"));
        });
        return loaded.equals(checksums);
    }

    void remember(Map<String, String> checksums, Map<String, Integer> counts) {
        database.sql("delete from programmes.reference_file").update();
        checksums.forEach((name, checksum) -> database.sql("""
                        insert into programmes.reference_file (name, checksum, row_count, loaded_at)
                        values (:name, :checksum, :rows, :now)
                        """)
                .param("name", name)
                .param("checksum", checksum)
                .param("rows", counts.getOrDefault(name, 0))
                .param("now", Timestamp.from(clock.instant()))
                .update());
    }
}
