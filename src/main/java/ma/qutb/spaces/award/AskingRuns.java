package ma.qutb.spaces.award;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.application.Application;
import ma.qutb.spaces.application.Applications;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.draw.DrawCheck;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for a run of the allocation, and publishes what came of it. */
@Service
@Transactional
public class AskingRuns {

    private final JdbcClient database;
    private final AwardTable awards;
    private final PreparingRun preparing;
    private final Applications applications;
    private final TellingApplicants telling;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AskingRuns(
            JdbcClient database,
            AwardTable awards,
            PreparingRun preparing,
            Applications applications,
            TellingApplicants telling,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.awards = awards;
        this.preparing = preparing;
        this.applications = applications;
        this.telling = telling;
        this.events = events;
        this.clock = clock;
    }

    /** A run waits to be computed. */
    record RunAsked(UUID run) {}

    /**
     * Fixes what the allocation is computed from; it is computed behind the page.
     *
     * @param reason why it is run again; not asked for the first
     * @throws Refusal before a draw was held, when its files were altered, while another one runs, or again without a reason
     */
    public UUID ask(Call call, String reason, Actor by) {
        lock(call);
        var draw = awards.latestDraw(call.id())
                .filter(it -> it.drawn().isPresent())
                .orElseThrow(() -> new Refusal("spaces.award.refusal.not-drawn"));
        if (!DrawCheck.of(draw.files()).isEmpty()) {
            throw new Refusal("spaces.award.refusal.draw-altered", draw.number());
        }
        var before = awards.runs(call.id());
        if (before.stream().anyMatch(it -> it.state() == Run.State.RUNNING)) {
            throw new Refusal("spaces.award.refusal.running");
        }
        if (!before.isEmpty() && reason.isBlank()) {
            throw new Refusal("spaces.award.refusal.reason");
        }
        var id = Ids.next();
        database.sql("""
                        insert into spaces.allocation_run (id, call_id, draw_id, sequence, reason, input, asked_at, asked_by_name)
                        values (:id, :call, :draw, :sequence, :reason, :input, :now, :name)
                        """)
                .param("id", id)
                .param("call", call.id().value())
                .param("draw", draw.id())
                .param("sequence", before.size() + 1)
                .param("reason", before.isEmpty() ? "" : reason)
                .param("input", preparing.of(call, draw).text())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("name", by.displayName())
                .update();
        events.publishEvent(new RunAsked(id));
        return id;
    }

    /**
     * Publishes the result of the last run and tells every applicant.
     *
     * @throws Refusal while there is none, when it is published, after offers were made, or when somebody in it withdrew meanwhile
     */
    public void publish(Call call, Actor by) {
        lock(call);
        var run = awards.runs(call.id()).reversed().stream()
                .findFirst()
                .filter(it -> it.state() != Run.State.RUNNING)
                .orElseThrow(() -> new Refusal("spaces.award.refusal.not-run"));
        if (run.state() != Run.State.DONE) {
            throw new Refusal("spaces.award.refusal.not-publishable");
        }
        if (offered(call)) {
            throw new Refusal("spaces.award.refusal.offered");
        }
        var standing = applications.standing(call.id()).stream()
                .flatMap(it -> it.number().stream())
                .collect(Collectors.toSet());
        for (var number : AllocationFile.holders(run.result().orElseThrow()).values()) {
            if (!standing.contains(number)) {
                throw new Refusal("spaces.award.refusal.withdrawn-since", number);
            }
        }
        database.sql("""
                        update spaces.allocation_run set published_at = :now, published_by_name = :name, appeals_until = :until where id = :id
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "until",
                        call.calendar()
                                .objectionsUntil()
                                .plusDays(1)
                                .atStartOfDay(clock.getZone())
                                .toOffsetDateTime())
                .param("name", by.displayName())
                .param("id", run.id())
                .update();
        telling.published(
                call,
                applications.standing(call.id()).stream()
                        .map(Application::applicant)
                        .toList());
    }

    private boolean offered(Call call) {
        return database.sql("select count(*) from spaces.offer where call_id = :call")
                        .param("call", call.id().value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void lock(Call call) {
        database.sql("select 1 from spaces.committee where call_id = :call for update")
                .param("call", call.id().value())
                .query()
                .listOfRows();
    }
}
