package ma.qutb.registry.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryPermission;
import ma.qutb.registry.Territories;
import ma.qutb.registry.photo.PictureChange;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects what is known about a person; nobody overwrites what a colleague has just saved. */
@Service
@Transactional
public class CorrectingPeople {

    private final PersonRecords people;
    private final Artisans artisans;
    private final RegisteringPeople registering;
    private final Territories territories;
    private final Clock clock;

    CorrectingPeople(
            PersonRecords people,
            Artisans artisans,
            RegisteringPeople registering,
            Territories territories,
            Clock clock) {
        this.people = people;
        this.artisans = artisans;
        this.registering = registering;
        this.territories = territories;
        this.clock = clock;
    }

    /**
     * Corrects the person as the registrar saw them.
     *
     * @param version of the record when the form was opened
     * @return empty when the person is not there, or not in the registrar's scope
     */
    Optional<Outcome> correct(PersonId id, long version, PersonDetails details, PictureChange photo, Actor actor) {
        return inScope(id, actor).map(person -> {
            if (person.version() != version) {
                return new Outcome.Overtaken(person.version());
            }
            registering.checkPlace(details, actor);
            try {
                people.save(person.correct(details, photo, LocalDate.now(clock)));
                return new Outcome.Saved();
            } catch (DataIntegrityViolationException e) {
                throw Taken.by(e);
            }
        });
    }

    /** Corrects, or records for the first time (version 0), what the person practises. */
    Optional<Outcome> correctCraft(PersonId id, long version, ArtisanDetails details, Actor actor) {
        return inScope(id, actor).map(person -> {
            registering.checkCrafts(details);
            var today = LocalDate.now(clock);
            var known = artisans.findById(id);
            long stands = known.map(Artisan::version).orElse(0L);
            if (stands != version) {
                return new Outcome.Overtaken(stands);
            }
            try {
                artisans.save(known.map(it -> it.correct(details, person.birth(), today))
                        .orElseGet(() -> Artisan.register(id, details, person.birth(), today)));
                return new Outcome.Saved();
            } catch (DataIntegrityViolationException e) {
                throw Taken.by(e);
            }
        });
    }

    /** False when the person is not there, or not in the registrar's scope. */
    boolean showPhoto(PersonId id, PictureChange photo, Actor actor) {
        return inScope(id, actor).map(person -> people.save(person.show(photo))).isPresent();
    }

    private Optional<Person> inScope(PersonId id, Actor actor) {
        var scope = actor.scopeOf(RegistryPermission.Code.EDIT_PEOPLE);
        return people.findById(id)
                .filter(it -> it.mergedInto() == null)
                .filter(it -> territories.covers(
                        scope, Optional.ofNullable(it.contact().territory())));
    }
}
