package ma.qutb.spaces.award;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.identity.Notifications;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.spaces.application.Application;
import ma.qutb.spaces.application.ApplicationId;
import ma.qutb.spaces.application.Applications;
import ma.qutb.spaces.call.CallId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what applicants hold against a result, while there is time, and what somebody else than the committee decides about it. */
@Service
@Transactional
public class Appealing {

    private final JdbcClient database;
    private final AwardTable awards;
    private final AppealTable appeals;
    private final Applications applications;
    private final TellingApplicants telling;
    private final Notifications notifications;
    private final Clock clock;

    Appealing(
            JdbcClient database,
            AwardTable awards,
            AppealTable appeals,
            Applications applications,
            TellingApplicants telling,
            Notifications notifications,
            Clock clock) {
        this.database = database;
        this.awards = awards;
        this.appeals = appeals;
        this.applications = applications;
        this.telling = telling;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * Appeals against the result that holds.
     *
     * @param words in the applicant's own, or nothing
     * @param by name of the applicant, or of the clerk at the desk
     * @throws Refusal before a result is published, after the last day, or a second time against the same result
     */
    public UUID appeal(Application it, String ground, String words, Optional<UUID> file, String by) {
        var run = awards.published(it.call()).orElseThrow(() -> new Refusal("spaces.appeal.refusal.no-result"));
        var id = Ids.next();
        try {
            database.sql("""
                            insert into spaces.appeal (id, call_id, run_id, application_id, ground, words, file_id, made_at, made_by_name)
                            values (:id, :call, :run, :application, :ground, :words, :file, :now, :by)
                            """)
                    .param("id", id)
                    .param("call", it.call().value())
                    .param("run", run.id())
                    .param("application", it.id().value())
                    .param("ground", ground)
                    .param("words", words)
                    .param("file", file.orElse(null), Types.OTHER)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("by", by)
                    .update();
        } catch (DataIntegrityViolationException e) {
            var late = Refusal.when("appeal_in_time", e, "spaces.appeal.refusal.too-late");
            throw late instanceof Refusal
                    ? late
                    : Refusal.when("appeal_once_a_result", e, "spaces.appeal.refusal.twice");
        }
        notifications.tell(
                Role.DIRECTOR,
                Scope.EVERYWHERE,
                "spaces.appeal.told.made",
                List.of(it.number().orElseThrow()),
                "/app/spaces/appeals/" + id);
        return id;
    }

    /**
     * Decides. What follows from an upheld appeal is done apart: a new run with its reason, or an offer from the head of the list.
     *
     * @param remedy one of {@link Appeal#REMEDIES}
     * @throws Refusal to who sat in the committee, or when it was decided before
     */
    public void decide(UUID id, String remedy, String why, Actor by) {
        database.sql("select id from spaces.appeal where id = :id for update")
                .param("id", id)
                .query()
                .listOfRows();
        var appeal = appeals.find(id).orElseThrow();
        if (appeal.decision().isPresent()) {
            throw new Refusal("spaces.appeal.refusal.decided");
        }
        try {
            database.sql("""
                            update spaces.appeal set decided_at = :now, decided_by = :user, decided_by_name = :name, remedy = :remedy, why = :why
                             where id = :id
                            """)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("user", by.id())
                    .param("name", by.displayName())
                    .param("remedy", remedy)
                    .param("why", why)
                    .param("id", id)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("appeal_decided_by_another", e, "spaces.appeal.refusal.sat");
        }
        var application =
                applications.find(new ApplicationId(appeal.applicant())).orElseThrow();
        telling.tell(
                application.applicant(),
                remedy.equals("refused") ? "spaces.appeal.told.refused" : "spaces.appeal.told.upheld",
                List.of(appeal.application()));
    }

    /** Whether somebody still waits for a decision, or for the new run that was decided. */
    @Transactional(readOnly = true)
    public boolean pending(CallId call) {
        var holding = awards.published(call).map(Run::id);
        return appeals.of(call).stream()
                .anyMatch(it -> it.decision().isEmpty()
                        || it.decided("new_run")
                                && holding.filter(it.run()::equals).isPresent());
    }

    /** Whether there is still time to appeal. */
    @Transactional(readOnly = true)
    public boolean open(CallId call) {
        return awards.published(call)
                .flatMap(Run::appealsUntil)
                .filter(clock.instant()::isBefore)
                .isPresent();
    }
}
