package ma.qutb.spaces.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.spaces.application.Applicant;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.Group;
import ma.qutb.spaces.call.PartyKind;
import org.springframework.stereotype.Component;

/** Those of the registry who would like a shop: cooperatives, enterprises and artisans, always the same. */
@Component
class ZoneApplicants {

    /** Some more than apply: not for everybody there is a unit that suits. */
    private static final int INTERESTED = 420;

    private static final int COOPERATIVES = 44;
    private static final int ENTERPRISES = 22;
    /** People before this one have shops already. */
    private static final int FIRST = 400;

    private static final int LAST = 4000;
    private static final int LAST_ORGANISATION = 149;

    private final People people;
    private final Organisations organisations;
    private final Crafts crafts;
    private final Clock clock;

    ZoneApplicants(People people, Organisations organisations, Crafts crafts, Clock clock) {
        this.people = people;
        this.organisations = organisations;
        this.crafts = crafts;
        this.clock = clock;
    }

    /** @param graduate whether a diploma is shown */
    record Party(Applicant applicant, CraftCode craft, boolean graduate) {}

    List<Party> of(Call call) {
        var closing = LocalDate.ofInstant(call.calendar().closesAt(), clock.getZone());
        var all = new ArrayList<Party>();
        all.addAll(bodies(PartyKind.COOPERATIVE, COOPERATIVES));
        all.addAll(bodies(PartyKind.ENTERPRISE, ENTERPRISES));
        for (int i = FIRST; i <= LAST && all.size() < INTERESTED; i += 3) {
            int index = i;
            people.byReference("DEMO-P-%05d".formatted(i))
                    .flatMap(it -> people.practice(it.id()))
                    .filter(it -> !it.suspended())
                    .flatMap(it -> first(it.crafts()).map(craft -> {
                        var age = people.ageOn(it.person().id(), closing);
                        return new Party(
                                Applicant.of(it.person().id()),
                                craft,
                                index % 2 == 0 && age.isPresent() && age.getAsInt() < Group.YOUNG);
                    }))
                    .ifPresent(all::add);
        }
        // Everybody among everybody else, as they come.
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get((int) (i * 149L % all.size())))
                .distinct()
                .toList();
    }

    private List<Party> bodies(PartyKind kind, int many) {
        var today = LocalDate.now(clock);
        return IntStream.rangeClosed(1, LAST_ORGANISATION)
                .mapToObj("DEMO-O-%04d"::formatted)
                .flatMap(it -> organisations.byReference(it).stream())
                .filter(it -> it.legalForm().equals(kind.name()))
                .flatMap(it -> organisations.standing(it.id(), today).stream())
                .filter(Organisations.Standing::active)
                .flatMap(it ->
                        first(it.crafts())
                                .map(craft -> new Party(
                                        Applicant.of(kind, it.summary().id()), craft, false))
                                .stream())
                .limit(many)
                .toList();
    }

    private Optional<CraftCode> first(Set<CraftCode> practised) {
        return practised.stream().sorted().filter(crafts::exists).findFirst();
    }
}
