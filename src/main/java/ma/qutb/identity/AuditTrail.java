package ma.qutb.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, when and from where. Changes of audited tables get here by a trigger; this is for acts that change
 * nothing, and for reading.
 */
public interface AuditTrail {

    /**
     * Writes down an act of the signed-in user.
     *
     * @param action what was done, for example {@code see-cin}; its words are the message {@code audit.action.<action>}
     * @param subject kind of record, {@code schema.table}; its words are the message {@code audit.subject.<subject>}
     * @param subjectId key of the record, or empty
     * @param detail what else an auditor will want to know; never a secret
     */
    void record(String action, String subject, String subjectId, Map<String, ?> detail);

    /** Everything that happened to one record, latest first; drawn by {@code identity/audit/_timeline.jte}. */
    List<Entry> of(String subject, String subjectId);

    /** What users changed lately, latest first; what jobs and loading changed is left out. */
    List<Entry> latest(int most);

    /**
     * One line of the trail.
     *
     * @param actor id of the user, name of a job, or empty
     * @param actorName what the pages call the user; the id where there is no such account
     * @param address network address the request came from
     * @param request id of the request, as in the log
     */
    record Entry(
            long id,
            Instant at,
            String actor,
            String actorName,
            String address,
            String request,
            String action,
            String subject,
            String subjectId,
            List<Difference> differences) {}

    /**
     * A column and what stood in it; null where there was nothing.
     *
     * @param field column name; its words are the message {@code audit.field.<subject>.<field>}, if there is one
     */
    record Difference(
            String field, @Nullable String before, @Nullable String after) {}
}
