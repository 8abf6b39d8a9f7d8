package ma.qutb.registry.me;

import ma.qutb.kernel.Actor;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.Territories;
import ma.qutb.registry.person.TakingCorrections;
import org.springframework.stereotype.Component;

/** The person behind the account that is signed in: these pages know no other. */
@Component
class KnowingMe {

    private final People people;
    private final TakingCorrections record;
    private final Crafts crafts;
    private final Territories territories;

    KnowingMe(People people, TakingCorrections record, Crafts crafts, Territories territories) {
        this.people = people;
        this.record = record;
        this.crafts = crafts;
        this.territories = territories;
    }

    /** @throws NoRecordOfOwn when the account belongs to nobody of the registry */
    Me of(Actor actor) {
        var person = actor.person()
                .map(PersonId::new)
                .flatMap(people::find)
                .filter(it ->
                        !it.name().arabic().isEmpty() || !it.name().french().isEmpty())
                .orElseThrow(NoRecordOfOwn::new);
        var parts = record.now(person.id());
        var practised = Me.codes(parts.getOrDefault("crafts", "")).stream()
                .flatMap(it -> crafts.find(it).stream())
                .toList();
        return new Me(
                person,
                parts,
                practised,
                person.territory().map(territories::nameOf).orElse(null));
    }
}
