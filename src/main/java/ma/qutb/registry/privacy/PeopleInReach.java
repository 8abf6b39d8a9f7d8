package ma.qutb.registry.privacy;

import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.Territories;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** People whom a user may deal with; anybody else is not found, whatever the reason. */
@Component
public class PeopleInReach {

    private final People people;
    private final Territories territories;

    PeopleInReach(People people, Territories territories) {
        this.people = people;
        this.territories = territories;
    }

    /**
     * The person, if this permission of the user covers their place.
     *
     * @throws ResponseStatusException 404 otherwise
     */
    public People.Summary find(UUID id, String permission, Actor actor) {
        return look(id, permission, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    boolean covers(UUID id, String permission, Actor actor) {
        return look(id, permission, actor).isPresent();
    }

    private Optional<People.Summary> look(UUID id, String permission, Actor actor) {
        return people.find(new PersonId(id))
                .filter(it -> actor.may(permission))
                .filter(it -> territories.covers(actor.scopeOf(permission), it.territory()));
    }
}
