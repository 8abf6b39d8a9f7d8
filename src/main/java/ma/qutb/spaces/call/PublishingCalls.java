package ma.qutb.spaces.call;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes calls, puts their deadline off and cancels them. From then on they stay as they are. */
@Service
@Transactional
public class PublishingCalls {

    /** What the database found, as it is said to people. */
    private static final Map<String, String> BROKEN = Map.of(
            "call_offers_a_unit", "spaces.call.refusal.no-unit",
            "call_weights_sum", "spaces.call.refusal.weights-sum",
            "call_asks_for_a_document", "spaces.call.refusal.no-paper",
            "call_quotas_fit", "spaces.call.refusal.shares-fit",
            "call_unit_in_one_call", "spaces.call.refusal.unit-offered",
            "call_published_before_it_closes", "spaces.call.refusal.closed-already");

    private final JdbcClient database;
    private final Calls calls;
    private final Units units;
    private final CallNotices notices;
    private final Clock clock;

    PublishingCalls(JdbcClient database, Calls calls, Units units, CallNotices notices, Clock clock) {
        this.database = database;
        this.calls = calls;
        this.units = units;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Gives it the next number of this year and its notice; what was published before stays.
     *
     * @throws Refusal when something of it is missing, or a unit is offered elsewhere or let when the leases begin
     */
    public void publish(CallId id, Actor by) {
        database.sql("select id from spaces.call where id = :id for update")
                .param("id", id.value())
                .query()
                .listOfRows();
        var draft = find(id);
        if (draft.publishedAt().isPresent()) {
            return;
        }
        refuseWhatIsLet(draft);
        var now = clock.instant();
        try {
            database.sql("""
                            with s as (insert into spaces.call_series as n (year, last) values (:year, 1)
                                on conflict (year) do update set last = n.last + 1 returning last)
                            update spaces.call set published_at = :now, version = version + 1,
                                number = :year || '-' || lpad(s.last::text, greatest(2, length(s.last::text)), '0')
                            from s where id = :id
                            """)
                    .param("year", now.atZone(clock.getZone()).getYear())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("id", id.value())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw refusal(e);
        }
        notices.issue(find(id), by);
    }

    /**
     * Puts the deadline off, with all that comes after it, before it has passed.
     *
     * @throws Refusal when it is too late, no later moment, or nobody says why
     */
    public void extend(CallId id, Instant until, String reason, Actor by) {
        var call = held(id);
        var now = clock.instant();
        if (!now.isBefore(call.calendar().closesAt())) {
            throw new Refusal("spaces.call.refusal.closed-already");
        }
        if (!until.isAfter(call.calendar().closesAt())) {
            throw new Refusal("spaces.call.refusal.no-later");
        }
        changed(call, "extended", until, reason, now, by);
        var then = call.calendar().extended(until);
        database.sql("""
                        update spaces.call set closes_at = :closes, draw_at = :draw, results_on = :results, objections_until = :objections,
                            starts_on = :starts, waiting_until = :waiting, version = version + 1
                        where id = :id
                        """)
                .param("closes", then.closesAt().atOffset(ZoneOffset.UTC))
                .param("draw", then.drawAt().atOffset(ZoneOffset.UTC))
                .param("results", then.resultsOn())
                .param("objections", then.objectionsUntil())
                .param("starts", then.startsOn())
                .param("waiting", then.waitingUntil())
                .param("id", id.value())
                .update();
        notices.replace(find(id), reason, by);
    }

    /** @throws Refusal when it was cancelled or settled before, or nobody says why */
    public void cancel(CallId id, String reason, Actor by) {
        var call = held(id);
        var now = clock.instant();
        changed(call, "cancelled", null, reason, now, by);
        database.sql("update spaces.call set cancelled_at = :now, version = version + 1 where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
        notices.cancel(call, reason, by);
    }

    private Call held(CallId id) {
        database.sql("select id from spaces.call where id = :id for update")
                .param("id", id.value())
                .query()
                .listOfRows();
        var call = find(id);
        if (call.publishedAt().isEmpty()) {
            throw new Refusal("spaces.call.refusal.not-published");
        }
        if (call.cancelledAt().isPresent() || call.settledAt().isPresent()) {
            throw new Refusal("spaces.call.refusal.over");
        }
        return call;
    }

    private Call find(CallId id) {
        return calls.find(id).orElseThrow(() -> new Refusal("spaces.call.refusal.not-published"));
    }

    private void changed(Call call, String kind, @Nullable Instant until, String reason, Instant now, Actor by) {
        if (reason.isBlank()) {
            throw new Refusal("spaces.call.refusal.reason");
        }
        database.sql("""
                        insert into spaces.call_change (id, call_id, kind, reason, closed_at, closes_at, made_at, made_by_name)
                        values (:id, :call, :kind, :reason, :closed, cast(:closes as timestamptz), :now, :by)
                        """)
                .param("id", Ids.next())
                .param("call", call.id().value())
                .param("kind", kind)
                .param("reason", reason.strip())
                .param("closed", call.calendar().closesAt().atOffset(ZoneOffset.UTC))
                .param("closes", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.displayName())
                .update();
    }

    /** A unit that is let or kept for the pole itself when the leases begin cannot be offered. */
    private void refuseWhatIsLet(Call draft) {
        var free = units.free(draft.site(), draft.calendar().startsOn()).stream()
                .map(Unit::id)
                .collect(Collectors.toSet());
        var let = draft.units().stream().filter(it -> !free.contains(it)).toList();
        if (!let.isEmpty()) {
            var numbers =
                    units.find(let).values().stream().map(Unit::number).sorted().toList();
            throw new Refusal("spaces.call.refusal.let", String.join(", ", numbers), numbers.size());
        }
    }

    private static RuntimeException refusal(DataIntegrityViolationException e) {
        return BROKEN.entrySet().stream()
                .map(it -> Refusal.when(it.getKey(), e, it.getValue()))
                .filter(Refusal.class::isInstance)
                .findFirst()
                .orElse(e);
    }
}
