package ma.qutb.registry.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryPermission;
import ma.qutb.registry.Territories;
import ma.qutb.registry.photo.PictureChange;
import ma.qutb.registry.submission.Submissions;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives people a record, at the counter or from a file. */
@Service
@Transactional
public class RegisteringPeople {

    private final PersonRecords people;
    private final Artisans artisans;
    private final Territories territories;
    private final Crafts crafts;
    private final Submissions submissions;
    private final Clock clock;

    RegisteringPeople(
            PersonRecords people,
            Artisans artisans,
            Territories territories,
            Crafts crafts,
            Submissions submissions,
            Clock clock) {
        this.people = people;
        this.artisans = artisans;
        this.territories = territories;
        this.crafts = crafts;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** The same form sent twice makes one record. */
    PersonId registerOnce(
            UUID token, PersonDetails details, Optional<ArtisanDetails> craft, PictureChange photo, Actor actor) {
        return new PersonId(UUID.fromString(submissions.once(
                token, () -> register(details, craft, photo, actor).toString())));
    }

    /** The record a form made when it was sent before. */
    @Transactional(readOnly = true)
    public Optional<PersonId> registered(UUID token) {
        return submissions.result(token).map(it -> new PersonId(UUID.fromString(it)));
    }

    /**
     * Registers a person and, where told, what they practise.
     *
     * @throws Refusal when somebody else has this identity number or telephone, or a date cannot be
     */
    public PersonId register(PersonDetails details, Optional<ArtisanDetails> craft, Actor actor) {
        return register(details, craft, PictureChange.STAYS, actor);
    }

    private PersonId register(PersonDetails details, Optional<ArtisanDetails> craft, PictureChange photo, Actor actor) {
        checkPlace(details, actor);
        var today = LocalDate.now(clock);
        try {
            var person = people.save(Person.register(details, photo, today, clock.instant()));
            craft.ifPresent(it -> {
                checkCrafts(it);
                artisans.save(Artisan.register(person.id(), it, details.birth(), today));
            });
            return person.id();
        } catch (DataIntegrityViolationException e) {
            throw Taken.by(e);
        }
    }

    /** A registrar of Tata registers people of Tata. */
    void checkPlace(PersonDetails details, Actor actor) {
        var place = Optional.ofNullable(details.contact().territory());
        place.filter(it -> !territories.exists(it)).ifPresent(it -> {
            throw new Refusal("registry.territory.refusal.unknown", it.value());
        });
        if (!territories.covers(actor.scopeOf(RegistryPermission.Code.EDIT_PEOPLE), place)) {
            throw new Refusal("registry.person.refusal.place-out-of-scope");
        }
    }

    void checkCrafts(ArtisanDetails details) {
        details.crafts().stream()
                .map(PractisedCraft::craft)
                .filter(it -> !crafts.exists(it))
                .findFirst()
                .map(CraftCode::value)
                .ifPresent(it -> {
                    throw new Refusal("registry.craft.refusal.unknown", it);
                });
    }
}
