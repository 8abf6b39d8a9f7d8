package ma.qutb.spaces.application;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.call.Calls;
import ma.qutb.spaces.call.ReadingCalls;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What concerns one person: nobody finds anybody else's here. */
@Component
@Transactional(readOnly = true)
class MyApplications {

    private final Applications applications;
    private final Calls calls;
    private final ReadingCalls reading;
    private final Belonging belonging;
    private final Screens screens;
    private final Clock clock;

    MyApplications(
            Applications applications,
            Calls calls,
            ReadingCalls reading,
            Belonging belonging,
            Screens screens,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.reading = reading;
        this.belonging = belonging;
        this.screens = screens;
        this.clock = clock;
    }

    List<Applicant> behind(PersonId me) {
        return belonging.behind(me);
    }

    Optional<Application> find(ApplicationId id, PersonId me) {
        return applications.find(id).filter(it -> belonging.behind(me).contains(it.applicant()));
    }

    /** The open calls, and who of those behind me may apply to each. */
    List<Offer> offers(PersonId me) {
        var parties = belonging.behind(me);
        var has = applications.of(parties);
        return calls.published().stream()
                .filter(it -> it.open(clock.instant()))
                .map(call -> new Offer(
                        reading.page(call),
                        parties.stream()
                                .filter(it -> call.parties().contains(it.kind()))
                                .map(party -> new Offer.Mine(
                                        party,
                                        screens.name(party),
                                        has.stream()
                                                .filter(it -> it.call().equals(call.id())
                                                        && it.applicant().equals(party))
                                                .findFirst()))
                                .toList()))
                .toList();
    }

    /** What was applied for in calls that are closed by now, the last first. */
    List<Offer.Earlier> earlier(PersonId me) {
        return applications.of(belonging.behind(me)).stream()
                .map(it -> new Offer.Earlier(it, calls.find(it.call()).orElseThrow()))
                .filter(it -> !it.call().open(clock.instant()))
                .toList();
    }
}
