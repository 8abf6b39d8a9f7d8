package ma.qutb.registry.distinction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.Territories;
import ma.qutb.registry.search.SearchEntry;
import ma.qutb.registry.search.SearchEntry.Kind;
import ma.qutb.registry.search.SearchIndex;
import ma.qutb.registry.search.SearchQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who is to receive a distinction, among those within the reach of whoever records it. */
@Component
class Recipients {

    private static final int MOST = 12;

    private final SearchIndex index;
    private final People people;
    private final Organisations organisations;
    private final Territories territories;

    Recipients(SearchIndex index, People people, Organisations organisations, Territories territories) {
        this.index = index;
        this.people = people;
        this.organisations = organisations;
        this.territories = territories;
    }

    List<Recipient> find(String typed, Actor actor) {
        var query = new SearchQuery(typed, Set.of(Kind.PERSON, Kind.ORGANISATION), MOST);
        return index.find(query, actor.scopeOf(Code.EDIT_DISTINCTIONS)).stream()
                .flatMap(it -> of(it.entry()).stream())
                .toList();
    }

    private Optional<Recipient> of(SearchEntry entry) {
        return entry.kind() == Kind.PERSON ? person(entry.subject()) : organisation(entry.subject());
    }

    /** Empty when there is no such record, or it lies outside the reach: nobody can tell which. */
    Optional<Recipient> open(@Nullable UUID person, @Nullable UUID organisation, Actor actor) {
        return Stream.of(
                        Optional.ofNullable(person).flatMap(this::person),
                        Optional.ofNullable(organisation).flatMap(this::organisation))
                .flatMap(Optional::stream)
                .filter(it -> territories.covers(actor.scopeOf(Code.EDIT_DISTINCTIONS), it.place()))
                .findFirst();
    }

    private Optional<Recipient> person(UUID id) {
        return people.find(new PersonId(id))
                .map(it -> new Recipient(true, id, it.name(), it.territory(), it.demonstration()));
    }

    private Optional<Recipient> organisation(UUID id) {
        return organisations
                .find(new OrganisationId(id))
                .map(it -> new Recipient(false, id, it.name(), it.territory(), it.demonstration()));
    }
}
