package ma.qutb.registry.person;

import java.util.HexFormat;
import java.util.List;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.naming.FullName;
import ma.qutb.registry.naming.Likeness.Reason;
import ma.qutb.registry.naming.PersonFacts;
import ma.qutb.registry.search.SearchIndex;
import org.springframework.stereotype.Component;

/** Asks the search index who may be the same person. */
@Component
class LikelyDuplicates implements PossibleDuplicates {

    private static final int MOST = 5;

    private final SearchIndex index;

    LikelyDuplicates(SearchIndex index) {
        this.index = index;
    }

    @Override
    public List<Possible> of(PersonDetails details, Actor actor) {
        return index.duplicatesOf(facts(details), actor.scopeOf(Code.SEE_PEOPLE), MOST).stream()
                .map(it -> new Possible(
                        new PersonId(it.entry().subject()),
                        it.likeness().reasons().contains(Reason.SAME_IDENTITY)))
                .toList();
    }

    private static PersonFacts facts(PersonDetails details) {
        var name = details.name();
        var birth = details.birth();
        var sex = details.sex();
        var phone = details.contact().phone();
        var place = details.contact().territory();
        var identity = details.identity();
        return new PersonFacts(
                new FullName(name.givenArabic(), name.familyArabic(), name.givenLatin(), name.familyLatin()),
                birth == null ? null : birth.date(),
                sex == null ? null : sex.name(),
                phone == null ? null : phone.value(),
                place == null ? null : place.value(),
                identity == null ? null : HexFormat.of().formatHex(identity.hash()));
    }
}
