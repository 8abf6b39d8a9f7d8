package ma.qutb.spaces.demonstration;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ma.qutb.platform.PoleClock;
import ma.qutb.registry.CraftCode;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.application.ApplicationId;
import ma.qutb.spaces.application.Applying;
import ma.qutb.spaces.application.BringingPapers;
import ma.qutb.spaces.application.Fit;
import ma.qutb.spaces.application.Fitting;
import ma.qutb.spaces.call.AskedPaper;
import ma.qutb.spaces.call.Calendar;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.call.Calls;
import ma.qutb.spaces.call.Group;
import ma.qutb.spaces.call.PreparingCalls;
import ma.qutb.spaces.call.PublishingCalls;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells of the call for the shops of two blocks, seven months ago, and of the four hundred who applied; what was left is offered now.
 * Nothing hangs on chance.
 */
@Component
class TellingTheCall {

    private static final int APPLICATIONS = 400;

    private final PreparingCalls preparing;
    private final PublishingCalls publishing;
    private final Calls calls;
    private final Applying applying;
    private final BringingPapers papers;
    private final Fitting fitting;
    private final ZoneCalls zoneCalls;
    private final ZoneApplicants applicants;
    private final TransactionTemplate transaction;

    TellingTheCall(
            PreparingCalls preparing,
            PublishingCalls publishing,
            Calls calls,
            Applying applying,
            BringingPapers papers,
            Fitting fitting,
            ZoneCalls zoneCalls,
            ZoneApplicants applicants,
            TransactionTemplate transaction) {
        this.preparing = preparing;
        this.publishing = publishing;
        this.calls = calls;
        this.applying = applying;
        this.papers = papers;
        this.fitting = fitting;
        this.zoneCalls = zoneCalls;
        this.applicants = applicants;
        this.transaction = transaction;
    }

    /**
     * All of it or nothing.
     *
     * @return how many applied; 0 when it was told before
     */
    int tell(Site zone, BooleanSupplier goesOn) {
        if (calls.published().stream().anyMatch(it -> it.site().equals(zone.id()))) {
            return 0;
        }
        var told = transaction.execute(status -> {
            var call = publish(zone, zoneCalls.past(), SettingUpTheZone::offered);
            publish(zone, zoneCalls.running(), SettingUpTheZone::left);
            var parties = applicants.of(call);
            var suiting = new HashMap<String, List<Fit>>();
            int number = 0;
            for (var party : parties) {
                if (!goesOn.getAsBoolean()) {
                    status.setRollbackOnly();
                    return 0;
                }
                if (number < APPLICATIONS && apply(call, party, number + 1, suiting)) {
                    number++;
                }
            }
            return number;
        });
        return told == null ? 0 : told;
    }

    private Call publish(Site zone, Calendar calendar, Predicate<Unit> which) {
        var id = CallId.next();
        PoleClock.at(calendar.opensAt().minus(Duration.ofDays(3)), () -> {
            preparing.begin(id, zone.id(), zoneCalls.draft(zone, calendar, which), true);
            publishing.publish(id, DemonstrationClerk.ZONE);
        });
        return calls.find(id).orElseThrow();
    }

    /** @return whether there is a unit that suits it */
    private boolean apply(Call call, ZoneApplicants.Party party, int number, Map<String, List<Fit>> suiting) {
        boolean access = number % 23 == 0;
        var wishes = wishes(call, party.craft(), access, number, suiting);
        if (wishes.isEmpty()) {
            return false;
        }
        var opens = call.calendar().opensAt();
        var open = Duration.between(opens, call.calendar().closesAt());
        PoleClock.at(opens.plus(open.dividedBy(APPLICATIONS + 1).multipliedBy(number)), () -> {
            var id = applying.begin(ApplicationId.next(), call.id(), party.applicant(), DemonstrationClerk.TAKING);
            applying.craft(id, party.craft());
            applying.needs(id, access, party.graduate());
            applying.wish(id, wishes);
            var groups = party.graduate() ? Set.of(Group.YOUNG_GRADUATE) : Set.<Group>of();
            call.papersOf(party.applicant().kind(), groups).stream()
                    .filter(it -> it != AskedPaper.PROJECT || number % 50 != 7)
                    .forEach(it -> papers.show(id, it, DemonstrationClerk.TAKING));
            applying.send(id);
            if (number % 97 == 3) {
                applying.withdraw(id);
            }
        });
        return true;
    }

    /** Three to six of those that suit, not the same for all. */
    private List<UnitId> wishes(
            Call call, CraftCode craft, boolean access, int number, Map<String, List<Fit>> suiting) {
        var fit = suiting.computeIfAbsent(
                craft.value() + access,
                key -> fitting.of(call, craft, access).values().stream()
                        .filter(Fit::fits)
                        .toList());
        return Stream.iterate((long) number * number, it -> it + 5 + number % 7)
                .limit(fit.isEmpty() ? 0 : 30)
                .map(it -> fit.get((int) (it % fit.size())).unit().id())
                .distinct()
                .limit(3 + number % 4)
                .toList();
    }
}
