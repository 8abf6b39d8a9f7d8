package ma.qutb.spaces.lease;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.documents.DocumentId;
import ma.qutb.documents.Documents;
import ma.qutb.registry.Crafts;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads all that the page of a lease shows. */
@Repository
@Transactional(readOnly = true)
class ReadingLease {

    private final Units units;
    private final Sites sites;
    private final Crafts crafts;
    private final Templates templates;
    private final LeaseSteps steps;
    private final Documents documents;
    private final JdbcClient database;
    private final Clock clock;

    ReadingLease(
            Units units,
            Sites sites,
            Crafts crafts,
            Templates templates,
            LeaseSteps steps,
            Documents documents,
            JdbcClient database,
            Clock clock) {
        this.units = units;
        this.sites = sites;
        this.crafts = crafts;
        this.templates = templates;
        this.steps = steps;
        this.documents = documents;
        this.database = database;
        this.clock = clock;
    }

    LeasePage read(Lease lease) {
        var unit = units.find(lease.unit()).orElseThrow();
        return new LeasePage(
                lease,
                unit,
                sites.find(unit.site()).orElseThrow(),
                lease.craft().map(crafts::nameOf),
                lease.contract().flatMap(it -> documents.find(new DocumentId(it))),
                templates.find(lease.template()),
                steps.of(lease.id()),
                breaches(lease.id()),
                jobs(lease.id()),
                database.sql("select id from spaces.lease where previous_id = :id")
                        .param("id", lease.id().value())
                        .query(UUID.class)
                        .optional()
                        .map(LeaseId::new),
                LocalDate.now(clock));
    }

    private List<LeasePage.Breach> breaches(LeaseId lease) {
        return database.sql("select * from spaces.lease_breach where lease_id = :lease order by found_on desc, id desc")
                .param("lease", lease.value())
                .query((row, number) -> new LeasePage.Breach(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getObject("found_on", LocalDate.class),
                        row.getString("note"),
                        Optional.ofNullable(row.getObject("photo", UUID.class)),
                        Optional.ofNullable(row.getObject("remedied_on", LocalDate.class))))
                .list();
    }

    private Optional<LeasePage.Jobs> jobs(LeaseId lease) {
        return database.sql("""
                        select counted_on, women, men from spaces.lease_jobs where lease_id = :lease order by counted_on desc limit 1
                        """)
                .param("lease", lease.value())
                .query((row, number) -> new LeasePage.Jobs(
                        row.getObject("counted_on", LocalDate.class), row.getInt("women"), row.getInt("men")))
                .optional();
    }
}
