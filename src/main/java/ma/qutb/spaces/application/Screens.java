package ma.qutb.spaces.application;

import java.time.Clock;
import java.util.Map;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.call.Calls;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the screens of an application show. */
@Component
@Transactional(readOnly = true)
class Screens {

    private final Applications applications;
    private final Calls calls;
    private final Sites sites;
    private final Fitting fitting;
    private final Belonging belonging;
    private final Crafts crafts;
    private final People people;
    private final Organisations organisations;
    private final Clock clock;

    Screens(
            Applications applications,
            Calls calls,
            Sites sites,
            Fitting fitting,
            Belonging belonging,
            Crafts crafts,
            People people,
            Organisations organisations,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.sites = sites;
        this.fitting = fitting;
        this.belonging = belonging;
        this.crafts = crafts;
        this.people = people;
        this.organisations = organisations;
        this.clock = clock;
    }

    Screen of(Desk desk, ApplicationId id) {
        var it = applications.find(id).orElseThrow();
        var call = calls.find(it.call()).orElseThrow();
        var practised = belonging.crafts(it.applicant());
        return new Screen(
                desk,
                it,
                call,
                sites.find(call.site()).orElseThrow(),
                name(it.applicant()),
                crafts.all().stream()
                        .filter(one -> practised.contains(one.code()))
                        .toList(),
                crafts.all().stream()
                        .filter(one -> !practised.contains(one.code()))
                        .toList(),
                it.craft()
                        .map(craft -> fitting.of(call, craft, it.needsAccess()))
                        .orElse(Map.of()),
                belonging.young(it.applicant(), call),
                clock.instant());
    }

    LocalName name(Applicant it) {
        return it.person()
                .flatMap(people::find)
                .map(People.Summary::name)
                .or(() -> it.organisation().flatMap(organisations::find).map(Organisations.Summary::name))
                .orElseThrow();
    }
}
