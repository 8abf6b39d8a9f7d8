package ma.qutb.spaces.scoring;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.call.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a member does with the own sheet: points, conflicts, closing it. The database says who may not. */
@Service
@Transactional
public class ScoringApplications {

    private final JdbcClient database;
    private final FindingConflicts conflicts;
    private final ComparingSheets comparing;
    private final Clock clock;

    ScoringApplications(JdbcClient database, FindingConflicts conflicts, ComparingSheets comparing, Clock clock) {
        this.database = database;
        this.conflicts = conflicts;
        this.comparing = comparing;
        this.clock = clock;
    }

    /**
     * Keeps the points of an application as far as they are given.
     *
     * @param points 0 to 100 in the order of the criteria; null for a gap
     * @throws Refusal to whoever does not sit in the committee, is kin of the applicant or has closed the sheet
     */
    public void give(UUID application, List<@Nullable Integer> points, Actor by) {
        try {
            database.sql("""
                            insert into spaces.score (application_id, user_id, points, given_at)
                            values (:application, :user, cast(:points as smallint[]), :now)
                            on conflict (application_id, user_id) do update set points = excluded.points, given_at = excluded.given_at
                            """)
                    .param("application", application)
                    .param("user", by.id())
                    .param(
                            "points",
                            points.stream()
                                    .map(it -> it == null ? null : it.toString())
                                    .toArray(String[]::new))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(DataIntegrityViolationException e) {
        RuntimeException said = Refusal.when("score_without_conflict", e, "spaces.scoring.refusal.kin");
        if (!(said instanceof Refusal)) {
            said = Refusal.when("score_before_sheet_closed", e, "spaces.scoring.refusal.closed");
        }
        if (!(said instanceof Refusal)) {
            said = Refusal.when("score_by_member", e, "spaces.scoring.refusal.no-member");
        }
        return said instanceof Refusal
                ? said
                : Refusal.when("score_of_sent_application", e, "spaces.scoring.refusal.withdrawn");
    }

    /**
     * Says that one should not judge this application. It cannot be taken back.
     *
     * @throws Refusal when the sheet is closed, or the application was kept from the member before
     */
    public void declare(Call call, UUID application, String words, Actor by) {
        openSheet(call, by);
        if (!conflicts.keep(application, by.id(), "declared", words)) {
            throw new Refusal("spaces.scoring.refusal.declared");
        }
    }

    /**
     * Closes the sheet for good. With the last one all sheets are compared.
     *
     * @throws Refusal while an application has gaps
     */
    public void close(Call call, Actor by) {
        openSheet(call, by);
        conflicts.find(call.id());
        try {
            database.sql(
                            "update spaces.committee_member set closed_at = :now where call_id = :call and user_id = :user")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("call", call.id().value())
                    .param("user", by.id())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("sheet_whole", e, "spaces.scoring.refusal.gaps");
        }
        comparing.compareWhenAllAreClosed(call);
    }

    /** The committee is held, so that of two who close last one compares. */
    private void openSheet(Call call, Actor by) {
        database.sql("select 1 from spaces.committee where call_id = :call for update")
                .param("call", call.id().value())
                .query()
                .listOfRows();
        boolean open = database.sql("""
                        select closed_at is null from spaces.committee_member where call_id = :call and user_id = :user
                        """)
                .param("call", call.id().value())
                .param("user", by.id())
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new Refusal("spaces.scoring.refusal.no-member"));
        if (!open) {
            throw new Refusal("spaces.scoring.refusal.closed");
        }
    }
}
