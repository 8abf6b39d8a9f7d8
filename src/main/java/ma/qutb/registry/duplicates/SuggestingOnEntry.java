package ma.qutb.registry.duplicates;

import java.util.HexFormat;
import java.util.List;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.naming.FullName;
import ma.qutb.registry.naming.Likeness.Reason;
import ma.qutb.registry.naming.PersonFacts;
import ma.qutb.registry.person.PersonDetails;
import ma.qutb.registry.person.PossibleDuplicates;
import ma.qutb.registry.search.SearchIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the registrar, before anything is saved, who may be registered already. */
@Component
class SuggestingOnEntry implements PossibleDuplicates {

    private static final int MOST = 5;

    private final SearchIndex index;

    SuggestingOnEntry(SearchIndex index) {
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
        var phone = details.contact().phone();
        var place = details.contact().territory();
        var identity = details.identity();
        return new PersonFacts(
                new FullName(
                        filled(name.givenArabic()),
                        filled(name.familyArabic()),
                        filled(name.givenLatin()),
                        filled(name.familyLatin())),
                birth == null ? null : birth.date(),
                details.sex() == null ? null : details.sex().name(),
                phone == null ? null : phone.value(),
                place == null ? null : place.value(),
                identity == null ? null : HexFormat.of().formatHex(identity.hash()));
    }

    private static @Nullable String filled(String text) {
        return text.isBlank() ? null : text;
    }
}
