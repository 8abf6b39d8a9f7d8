package ma.qutb.spaces.roadmap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.premises.PremisesId;
import ma.qutb.spaces.premises.PremisesRecorded;
import ma.qutb.spaces.premises.RecordingPremises.By;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a premises forward one step at a time; nothing that was done is erased, and the database refuses what does not follow. */
@Service
@Transactional
public class AdvancingConversions {

    private static final String NEXT = "spaces.roadmap.refusal.next";

    private final JdbcClient database;
    private final ReadingConversions reading;
    private final OpeningPremises opening;
    private final Clock clock;

    AdvancingConversions(JdbcClient database, ReadingConversions reading, OpeningPremises opening, Clock clock) {
        this.database = database;
        this.reading = reading;
        this.opening = opening;
        this.clock = clock;
    }

    /** @param note why, where something is taken back or set aside */
    public record Done(LocalDate day, String note, Optional<UUID> document) {

        public static Done on(LocalDate day) {
            return new Done(day, "", Optional.empty());
        }
    }

    /** What is recorded is identified. */
    @EventListener
    void begin(PremisesRecorded it) {
        take(it.id(), "forward", Step.IDENTIFIED, Done.on(it.day()), it.by());
    }

    /**
     * The next step is done. Funded is what lacks nothing of its budget; what opens becomes a unit of its own site.
     *
     * @throws Refusal when it is not the next one, lies before the last or in the future, or something is missing for it
     */
    public void forward(PremisesId id, Step step, Done done, By by) {
        var now = reading.of(id);
        if (now.next().filter(step::equals).isEmpty()) {
            throw new Refusal(NEXT);
        }
        if (step == Step.FUNDED && (now.budget().isEmpty() || now.lacking() > 0)) {
            throw new Refusal(
                    now.budget().isEmpty() ? "spaces.roadmap.refusal.no-budget" : "spaces.roadmap.refusal.lacking",
                    now.lacking() / 100.0);
        }
        if (step == Step.OPENED) {
            inOrder(now, done.day());
            opening.open(id, done.day());
        }
        take(id, "forward", step, done, by);
    }

    /** The last step was not so: its agreement fell through, its works stopped. */
    public void back(PremisesId id, Done done, By by) {
        var now = reading.of(id);
        if (!now.returns()) {
            throw new Refusal("spaces.roadmap.refusal.no-return");
        }
        reasoned(done);
        take(id, "back", Step.values()[now.step().ordinal() - 1], done, by);
    }

    /** It goes no further, for now. */
    public void setAside(PremisesId id, Done done, By by) {
        var now = reading.of(id);
        reasoned(done);
        take(id, "aside", now.step(), done, by);
    }

    /** It goes on where it was. */
    public void resume(PremisesId id, Done done, By by) {
        take(id, "resumed", reading.of(id).step(), done, by);
    }

    /**
     * When the next step is expected, and what the conversion costs.
     *
     * @param budget centimes
     */
    public void plan(PremisesId id, Optional<LocalDate> expected, Optional<Long> budget) {
        if (budget.filter(it -> it < 1 || it > 100_000_000_000L).isPresent()) {
            throw new Refusal("spaces.roadmap.refusal.budget");
        }
        database.sql("""
                        update spaces.premises set expected_on = cast(:expected as date), budget = cast(:budget as bigint), version = version + 1
                         where id = :id
                        """)
                .param("expected", expected.orElse(null))
                .param("budget", budget.orElse(null))
                .param("id", id.value())
                .update();
    }

    private void inOrder(Conversion now, LocalDate day) {
        if (day.isBefore(now.since())) {
            throw new Refusal("spaces.roadmap.refusal.backdated");
        }
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Refusal("spaces.roadmap.refusal.future");
        }
    }

    private static void reasoned(Done done) {
        if (done.note().isBlank()) {
            throw new Refusal("spaces.roadmap.refusal.reason");
        }
    }

    private void take(PremisesId id, String act, Step step, Done done, By by) {
        try {
            database.sql("""
                            insert into spaces.premises_step (premises_id, position, act, step, done_on, note, document, recorded_at,
                                recorded_by, recorded_by_name)
                            select :id, coalesce(max(position), 0) + 1, :act, :step, :day, :note, cast(:document as uuid), :now, :by, :by_name
                              from spaces.premises_step where premises_id = :id
                            """)
                    .param("id", id.value())
                    .param("act", act)
                    .param("step", step.code())
                    .param("day", done.day())
                    .param("note", done.note())
                    .param("document", done.document().map(UUID::toString).orElse(null))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("by", by.id())
                    .param("by_name", by.name())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw said(e);
        }
    }

    /** Two people may take the same step at once: the key, or the chain, has the last word. */
    private static RuntimeException said(DataIntegrityViolationException e) {
        for (var constraint : new String[] {"premises_step_next", "premises_step_pk"}) {
            var next = Refusal.when(constraint, e, NEXT);
            if (next instanceof Refusal) {
                return next;
            }
        }
        var early = Refusal.when("premises_step_in_time", e, "spaces.roadmap.refusal.backdated");
        return early instanceof Refusal
                ? early
                : Refusal.when("premises_step_not_ahead", e, "spaces.roadmap.refusal.future");
    }
}
