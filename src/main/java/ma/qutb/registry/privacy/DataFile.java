package ma.qutb.registry.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.identity.AuditTrail;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything Qutb knows about one person, from every module that knows something. */
@Service
@Transactional
public class DataFile {

    private final List<PersonalData> contributions;
    private final AuditTrail trail;
    private final JdbcClient database;
    private final Clock clock;

    DataFile(List<PersonalData> contributions, AuditTrail trail, JdbcClient database, Clock clock) {
        this.contributions = contributions.stream()
                .sorted(Comparator.comparingInt(PersonalData::order))
                .toList();
        this.trail = trail;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The file as it is now.
     *
     * @param parts by name, in order; parts that know nothing are there and empty
     */
    public record Contents(PersonId person, Instant madeAt, Map<String, List<Map<String, Object>>> parts) {}

    /** Puts the file together and writes down who took it, in which form and upon which request. */
    public Contents take(PersonId person, String format, @Nullable UUID request, Actor by) {
        var parts = new LinkedHashMap<String, List<Map<String, Object>>>();
        contributions.forEach(it -> parts.put(it.name(), it.about(person)));
        database.sql("""
                        insert into registry.data_export (id, person_id, request_id, format, taken_by, taken_at)
                        values (:id, :person, :request, :format, :by, :now)
                        """)
                .param("id", Ids.next())
                .param("person", person.value())
                .param("request", request)
                .param("format", format)
                .param("by", by.displayName())
                .param("now", OffsetDateTime.now(clock))
                .update();
        trail.record("export-person", "registry.person", person.toString(), Map.of("format", format));
        return new Contents(person, clock.instant(), parts);
    }
}
