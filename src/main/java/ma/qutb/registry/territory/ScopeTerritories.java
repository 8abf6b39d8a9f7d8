package ma.qutb.registry.territory;

import java.util.List;
import ma.qutb.identity.ScopePlaces;
import ma.qutb.kernel.Language;
import ma.qutb.registry.Territories;
import ma.qutb.shell.Texts;
import org.springframework.stereotype.Component;

/** The territories a role can be held for: those of the kingdom that exist today, or have no known end. */
@Component
class ScopeTerritories implements ScopePlaces {

    private final Territories territories;
    private final Texts texts;

    ScopeTerritories(Territories territories, Texts texts) {
        this.territories = territories;
        this.texts = texts;
    }

    @Override
    public List<Place> places(Language language) {
        return territories.all().stream()
                .filter(it -> !it.type().startsWith("foreign") && it.validTo().isEmpty())
                .map(it -> new Place(
                        it.code().value(),
                        it.name().in(language),
                        texts.say(language, "registry.territory.type." + it.type())))
                .toList();
    }
}
