package ma.qutb.registry.me;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.identity.Notifications;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.person.TakingCorrections;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An artisan proposes, the registrar decides, the artisan is told. */
@Service
@Transactional
public class ProposingCorrections {

    private final Corrections corrections;
    private final TakingCorrections taking;
    private final People people;
    private final Territories territories;
    private final Notifications notifications;
    private final Clock clock;

    ProposingCorrections(
            Corrections corrections,
            TakingCorrections taking,
            People people,
            Territories territories,
            Notifications notifications,
            Clock clock) {
        this.corrections = corrections;
        this.taking = taking;
        this.people = people;
        this.territories = territories;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Proposes; what waited on the same field gives way. The registrars of the place are told. */
    public Correction propose(PersonId person, Correction.Field field, Map<String, String> typed, Actor by) {
        var after = taking.check(person, typed);
        var proposal = Correction.propose(person, field, taking.now(person), after, by.id(), clock.instant());
        corrections
                .findByPersonIdAndFieldAndState(person, field, Correction.State.WAITING)
                .ifPresent(it -> corrections.save(it.replace()));
        var saved = corrections.save(proposal);
        var who = people.find(person).orElseThrow();
        notifications.tell(
                Role.REGISTRAR,
                scopeOf(who),
                "registry.me.notice.proposed",
                List.of(who.number()),
                "/app/corrections/" + saved.id());
        return saved;
    }

    private Scope scopeOf(People.Summary person) {
        int year = java.time.LocalDate.now(clock).getYear();
        return person.territory()
                .<Scope>map(it -> new Scope.Within(Stream.concat(Stream.of(it), territories.above(it, year).stream())
                        .map(TerritoryCode::value)
                        .collect(Collectors.toSet())))
                .orElse(Scope.EVERYWHERE);
    }

    /** What the artisan proposed, the latest first. */
    @Transactional(readOnly = true)
    public List<Correction> of(PersonId person) {
        return corrections.findByPersonIdOrderByProposedAtDesc(person);
    }

    @Transactional(readOnly = true)
    public Optional<Correction> find(UUID id) {
        return corrections.findById(id);
    }

    /** Takes it over into the record: the audit trail names the registrar, the correction who proposed it. */
    public void accept(UUID id, Actor by) {
        var correction = corrections.findById(id).orElseThrow();
        corrections.save(correction.accept(by.displayName(), clock.instant()));
        taking.take(correction.person(), correction.after());
        tell(correction, "registry.me.notice.accepted");
    }

    /** Leaves the record as it is, for a reason the artisan reads. */
    public void refuse(UUID id, String reason, Actor by) {
        var correction = corrections.findById(id).orElseThrow();
        corrections.save(correction.refuse(reason, by.displayName(), clock.instant()));
        tell(correction, "registry.me.notice.refused");
    }

    private void tell(Correction correction, String message) {
        notifications.tell(correction.proposedBy(), message, List.of(), "/me/corrections");
    }
}
