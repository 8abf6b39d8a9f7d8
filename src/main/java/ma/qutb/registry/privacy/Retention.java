package ma.qutb.registry.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import ma.qutb.importing.ImportedFiles;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.PersonId;
import ma.qutb.shell.Formats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applies the periods of keeping, when somebody asks for it: it never runs by itself. */
@Service
@Transactional
public class Retention {

    private final JdbcClient database;
    private final Terms terms;
    private final Anonymising anonymising;
    private final ImportedFiles imports;
    private final Clock clock;

    Retention(JdbcClient database, Terms terms, Anonymising anonymising, ImportedFiles imports, Clock clock) {
        this.database = database;
        this.terms = terms;
        this.anonymising = anonymising;
        this.imports = imports;
        this.clock = clock;
    }

    /** What a run would do, or did: people proposed, closed requests and corrections emptied, imported files thrown away. */
    public record Outcome(int people, int requests, int corrections, int imports) {

        /** Papers, without the people. */
        public int papers() {
            return requests + corrections + imports;
        }
    }

    /** What a run today would do; changes nothing. */
    @Transactional(readOnly = true)
    public Outcome rehearse() {
        return new Outcome(
                count("select count(*) from registry.retention_due d where " + NOT_PROPOSED),
                database.sql("select count(*) from registry.privacy_request where " + OLD_REQUESTS)
                        .param("before", before("keep-request"))
                        .query(Integer.class)
                        .single(),
                database.sql("select count(distinct p.correction_id) from registry.correction_part p where "
                                + OLD_PARTS)
                        .param("before", before("keep-correction"))
                        .query(Integer.class)
                        .single(),
                imports.due());
    }

    private static final String NOT_PROPOSED =
            "not exists (select from registry.anonymisation a where a.person_id = d.id and a.state = 'PROPOSED')";
    private static final String OLD_REQUESTS = "closed_at < :before and asker_name <> ''";
    private static final String OLD_PARTS = """
            (p.before <> '' or p.after <> '') and p.correction_id in (
                select id from registry.correction where state <> 'WAITING' and coalesce(decided_at, proposed_at) < :before)
            """;

    /** Empties old papers and proposes people whose time has come; a second user confirms each of them. */
    public Outcome run(Actor by) {
        var due = database.sql("select d.id, d.rule from registry.retention_due d where " + NOT_PROPOSED)
                .query((row, number) -> new Due(row.getObject("id", UUID.class), row.getString("rule")))
                .list();
        due.forEach(it -> anonymising.propose(new PersonId(it.person()), it.rule(), null, by));
        int requests = database.sql(
                        "update registry.privacy_request set asker_name = '', asker_phone = null, asker_email = null, words = '', answer = '', version = version + 1 where "
                                + OLD_REQUESTS)
                .param("before", before("keep-request"))
                .update();
        int corrections = database.sql(
                        "update registry.correction_part p set before = '', after = '' where " + OLD_PARTS)
                .param("before", before("keep-correction"))
                .update();
        return new Outcome(due.size(), requests, corrections, imports.forgetDue());
    }

    private record Due(UUID person, String rule) {}

    private OffsetDateTime before(String term) {
        var today = LocalDate.now(clock);
        return today.minusMonths(terms.amount(term, today))
                .atStartOfDay(Formats.ZONE)
                .toOffsetDateTime();
    }

    private int count(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }
}
