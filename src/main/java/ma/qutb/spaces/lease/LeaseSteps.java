package ma.qutb.spaces.lease;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.ledger.Poster;
import ma.qutb.spaces.LeaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that was done with a lease. Rows are added, never changed. */
@Component
public class LeaseSteps {

    private final JdbcClient database;
    private final Clock clock;

    LeaseSteps(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One of them; its words are {@code spaces.lease.step.<kind>}. */
    public record Step(String kind, LocalDate day, String note, Optional<UUID> file, String by, Instant at) {}

    public void add(LeaseId lease, String kind, LocalDate day, String note, Optional<UUID> file, String by) {
        database.sql("""
                        insert into spaces.lease_step (lease_id, kind, day, note, file, by_name, at)
                        values (:lease, :kind, :day, :note, :file, :by, :now)
                        """)
                .param("lease", lease.value())
                .param("kind", kind)
                .param("day", day)
                .param("note", note)
                .param("file", file.orElse(null), Types.OTHER)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(LeaseId lease, String kind, LocalDate day, String note, Poster by) {
        add(lease, kind, day, note, Optional.empty(), by.name());
    }

    /** The latest first. */
    List<Step> of(LeaseId lease) {
        return database.sql("select * from spaces.lease_step where lease_id = :lease order by id desc")
                .param("lease", lease.value())
                .query((row, number) -> new Step(
                        row.getString("kind"),
                        row.getObject("day", LocalDate.class),
                        row.getString("note"),
                        Optional.ofNullable(row.getObject("file", UUID.class)),
                        row.getString("by_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
