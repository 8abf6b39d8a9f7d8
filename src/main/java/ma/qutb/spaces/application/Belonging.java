package ma.qutb.spaces.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.Group;
import ma.qutb.spaces.call.PartyKind;
import org.springframework.stereotype.Component;

/** What the registry says of an applicant: whether it may apply, what it practises, and for whose shares it counts. */
@Component
class Belonging {

    private final People people;
    private final Organisations organisations;
    private final Clock clock;

    Belonging(People people, Organisations organisations, Clock clock) {
        this.people = people;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Whoever this person may apply for: themselves, and what they lead. */
    List<Applicant> behind(PersonId person) {
        var own = people.practice(person).map(it -> Applicant.of(it.person().id())).stream();
        var led = organisations.ledBy(person, LocalDate.now(clock)).stream()
                .map(it -> Applicant.of(PartyKind.of(it.legalForm()), it.id()));
        return Stream.concat(own, led).toList();
    }

    /** The organisation as an applicant; nothing for what can be none. */
    Optional<Applicant> organisation(OrganisationId id) {
        return organisations
                .find(id)
                .filter(it ->
                        it.legalForm().equals("COOPERATIVE") || it.legalForm().equals("ENTERPRISE"))
                .map(it -> Applicant.of(PartyKind.of(it.legalForm()), id));
    }

    /** @throws Refusal when the call is not for such parties, or the registry says that it cannot apply */
    void mayApply(Applicant it, Call call) {
        if (!call.parties().contains(it.kind())) {
            throw new Refusal("spaces.application.refusal.party", it.kind().code());
        }
        if (it.isPerson()) {
            var practice = it.person().flatMap(people::practice);
            if (practice.isEmpty()) {
                throw new Refusal("spaces.application.refusal.no-artisan");
            }
            if (practice.get().suspended()) {
                throw new Refusal("spaces.application.refusal.suspended");
            }
        } else if (it.organisation()
                .flatMap(id -> organisations.standing(id, LocalDate.now(clock)))
                .filter(Organisations.Standing::active)
                .isEmpty()) {
            throw new Refusal("spaces.application.refusal.not-active");
        }
    }

    /** What it practises, for the choice of a craft. */
    Set<CraftCode> crafts(Applicant it) {
        return it.isPerson()
                ? it.person()
                        .flatMap(people::practice)
                        .map(People.Practice::crafts)
                        .orElse(Set.of())
                : it.organisation()
                        .flatMap(id -> organisations.standing(id, LocalDate.now(clock)))
                        .map(Organisations.Standing::crafts)
                        .orElse(Set.of());
    }

    boolean demonstration(Applicant it) {
        return it.person()
                        .flatMap(people::find)
                        .map(People.Summary::demonstration)
                        .orElse(false)
                || it.organisation()
                        .flatMap(organisations::find)
                        .map(Organisations.Summary::demonstration)
                        .orElse(false);
    }

    /** Whether an artisan could count as a young graduate, the diploma being still to be shown. */
    boolean young(Applicant it, Call call) {
        var closing = LocalDate.ofInstant(call.calendar().closesAt(), clock.getZone());
        return it.person()
                .map(id -> people.ageOn(id, closing))
                .filter(age -> age.isPresent() && age.getAsInt() <= Group.YOUNG)
                .isPresent();
    }

    /** @param graduate whether somebody claims to have a diploma */
    Set<Group> groups(Applicant it, Call call, boolean graduate) {
        var groups = EnumSet.noneOf(Group.class);
        if (graduate && young(it, call)) {
            groups.add(Group.YOUNG_GRADUATE);
        }
        if (it.kind() == PartyKind.COOPERATIVE
                && it.organisation()
                        .flatMap(id -> organisations.standing(id, LocalDate.now(clock)))
                        .filter(standing -> standing.women() * 2 > standing.members())
                        .isPresent()) {
            groups.add(Group.WOMEN_COOPERATIVE);
        }
        return groups;
    }
}
