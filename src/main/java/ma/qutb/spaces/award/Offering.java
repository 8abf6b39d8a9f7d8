package ma.qutb.spaces.award;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.OfferAccepted;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.application.Application;
import ma.qutb.spaces.application.Applications;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.call.Calls;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Offers units to whom the result gave them and, where one is declined or not answered, to the next of the waiting list. */
@Service
@Transactional
public class Offering {

    private final JdbcClient database;
    private final AwardTable awards;
    private final OfferTable offers;
    private final AppealTable appeals;
    private final Appealing appealing;
    private final Applications applications;
    private final Calls calls;
    private final Units units;
    private final TellingApplicants telling;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Offering(
            JdbcClient database,
            AwardTable awards,
            OfferTable offers,
            AppealTable appeals,
            Appealing appealing,
            Applications applications,
            Calls calls,
            Units units,
            TellingApplicants telling,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.awards = awards;
        this.offers = offers;
        this.appeals = appeals;
        this.appealing = appealing;
        this.applications = applications;
        this.calls = calls;
        this.units = units;
        this.telling = telling;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The first offers, as the result says.
     *
     * @throws Refusal before a result is published, while there is time to appeal or an appeal is not settled, or when they were made
     */
    public int begin(CallId id) {
        var call = lock(id);
        if (awards.published(id).isEmpty()) {
            throw new Refusal("spaces.offer.refusal.no-result");
        }
        if (appealing.open(id) || appealing.pending(id)) {
            throw new Refusal("spaces.offer.refusal.appeals");
        }
        if (!offers.of(id).isEmpty()) {
            throw new Refusal("spaces.offer.refusal.begun");
        }
        var run = awards.published(id).orElseThrow();
        var standing = standing(call);
        var numbers = numbered(call);
        int made = 0;
        for (var it : AllocationFile.holders(run.result().orElseThrow()).entrySet()) {
            var application = standing.get(it.getValue());
            if (application != null) {
                offer(call, run, Objects.requireNonNull(numbers.get(it.getKey())), application, "result");
                made++;
            }
        }
        move(call, run);
        return made;
    }

    /**
     * The applicant, or a clerk for them, takes the unit or not.
     *
     * @throws Refusal after the deadline, or when it was answered before
     */
    public void answer(UUID id, boolean yes, String by) {
        var call = lock(offers.find(id).orElseThrow().call());
        var offer = offers.find(id).orElseThrow();
        if (!offer.open()) {
            throw new Refusal("spaces.offer.refusal.answered");
        }
        if (!clock.instant().isBefore(offer.deadline())) {
            throw new Refusal("spaces.offer.refusal.too-late");
        }
        end(offer, yes ? Offer.State.ACCEPTED : Offer.State.DECLINED, by);
        if (yes) {
            var party = applications.find(offer.applicant()).orElseThrow().applicant();
            events.publishEvent(new OfferAccepted(
                    offer.id(),
                    offer.unit().value(),
                    party.id(),
                    !party.isPerson(),
                    call.id().value()));
        }
        move(call, awards.published(call.id()).orElseThrow());
    }

    /** Ends what was not answered in time, asks the next, and settles the call when nothing of it is open any more. */
    public void move(CallId id) {
        var call = lock(id);
        if (!offers.of(id).isEmpty()) {
            move(call, awards.published(id).orElseThrow());
        }
    }

    private void move(Call call, Run run) {
        var now = clock.instant();
        offers.of(call.id()).stream()
                .filter(it -> it.open() && !now.isBefore(it.deadline()))
                .forEach(it -> end(it, Offer.State.EXPIRED, ""));
        if (LocalDate.now(clock).isAfter(call.calendar().waitingUntil())) {
            settle(call);
            return;
        }
        var numbers = numbered(call);
        var standing = standing(call);
        var instance = AllocationFile.parse(run.input()).instance();
        for (var unit : numbers.keySet().stream().sorted().toList()) {
            var all = offers.of(call.id());
            var held = new HashMap<String, String>();
            all.stream().filter(Offer::stands).forEach(it -> held.put(it.number(), it.application()));
            if (held.containsKey(unit) || !instance.unitsByNumber().containsKey(unit)) {
                continue;
            }
            new Succession(instance, held)
                    .next(unit, out(instance.candidatesByNumber().keySet(), standing.keySet(), all), heads(call))
                    .ifPresent(it -> offer(
                            call,
                            run,
                            Objects.requireNonNull(numbers.get(unit)),
                            Objects.requireNonNull(standing.get(it.number())),
                            heads(call).contains(it.number()) ? "appeal" : "waiting"));
        }
        settle(call);
    }

    /** Withdrawn, or asked before: whoever declined or let the time pass leaves the list. */
    private static Set<String> out(Set<String> took, Set<String> standing, List<Offer> asked) {
        var out = new HashSet<>(took);
        out.removeAll(standing);
        asked.forEach(it -> out.add(it.application()));
        return out;
    }

    /** Whom an upheld appeal put first, the first decided first. */
    private List<String> heads(Call call) {
        return appeals.of(call.id()).stream()
                .filter(it -> it.decided("head"))
                .sorted(java.util.Comparator.comparing(
                        it -> it.decision().orElseThrow().at()))
                .map(Appeal::application)
                .toList();
    }

    private void settle(Call call) {
        var all = offers.of(call.id());
        boolean over = LocalDate.now(clock).isAfter(call.calendar().waitingUntil())
                || all.stream().filter(it -> it.state() == Offer.State.ACCEPTED).count()
                        == call.units().size();
        if (over && all.stream().noneMatch(Offer::open)) {
            calls.settle(call.id());
        }
    }

    private void offer(Call call, Run run, Unit unit, Application to, String origin) {
        var deadline = deadline(call);
        database.sql("""
                        insert into spaces.offer (id, call_id, unit_id, application_id, run_id, origin, made_at, deadline, state, version)
                        values (:id, :call, :unit, :application, :run, :origin, :now, :deadline, 'open', 1)
                        """)
                .param("id", Ids.next())
                .param("call", call.id().value())
                .param("unit", unit.id().value())
                .param("application", to.id().value())
                .param("run", run.id())
                .param("origin", origin)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("deadline", deadline.atOffset(ZoneOffset.UTC))
                .update();
        telling.tell(
                to.applicant(),
                "spaces.offer.told.made",
                List.of(
                        unit.number(),
                        LocalDate.ofInstant(deadline, clock.getZone()).minusDays(1)));
    }

    /** The last day to answer is a whole one. */
    private Instant deadline(Call call) {
        return LocalDate.now(clock)
                .plusDays(call.calendar().offerDays() + 1L)
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    private void end(Offer it, Offer.State state, String by) {
        try {
            database.sql("""
                            update spaces.offer set state = :state, answered_at = :now, answered_by_name = :by, version = version + 1 where id = :id
                            """)
                    .param("state", state.code())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("by", by)
                    .param("id", it.id())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("offer_accepted_in_time", e, "spaces.offer.refusal.too-late");
        }
    }

    private Map<String, Application> standing(Call call) {
        return applications.standing(call.id()).stream()
                .collect(Collectors.toMap(it -> it.number().orElseThrow(), Function.identity()));
    }

    private Map<String, Unit> numbered(Call call) {
        return units.find(call.units()).values().stream().collect(Collectors.toMap(Unit::number, Function.identity()));
    }

    /** Answers of one call follow each other. */
    private Call lock(CallId id) {
        database.sql("select 1 from spaces.committee where call_id = :call for update")
                .param("call", id.value())
                .query()
                .listOfRows();
        return calls.find(id).orElseThrow();
    }

    /** Calls whose offers may have to be moved. */
    @Transactional(readOnly = true)
    public List<CallId> unsettled() {
        return database.sql("""
                        select distinct o.call_id from spaces.offer o join spaces.call c on c.id = o.call_id where c.settled_at is null
                        """)
                .query((row, number) -> new CallId(row.getObject("call_id", UUID.class)))
                .list();
    }
}
