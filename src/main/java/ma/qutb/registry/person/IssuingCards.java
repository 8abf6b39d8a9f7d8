package ma.qutb.registry.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.TreeSet;
import ma.qutb.documents.ArtisanCard;
import ma.qutb.documents.ArtisanCard.Name;
import ma.qutb.documents.ArtisanCards;
import ma.qutb.documents.FileId;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues the pole's card to whoever practises a craft. */
@Service
class IssuingCards {

    private final ArtisanCards cards;
    private final Territories territories;
    private final Clock clock;
    private final int years;

    IssuingCards(
            ArtisanCards cards,
            Territories territories,
            Clock clock,
            @Value("${qutb.registry.card-years:3}") int years) {
        this.cards = cards;
        this.territories = territories;
        this.clock = clock;
        this.years = years;
    }

    /** @throws Refusal when the person practises no craft, or nobody knows where */
    @Transactional
    public IssuedDocument issue(PersonPage person, Actor by) {
        var work = person.craft();
        var place = person.details().contact().territory();
        if (work == null) {
            throw new Refusal("registry.artisan.refusal.no-craft");
        }
        if (place == null) {
            throw new Refusal("registry.person.refusal.card-without-place");
        }
        var today = LocalDate.now(clock);
        var covering = new TreeSet<String>();
        covering.add(place.value());
        territories.above(place, today.getYear()).forEach(it -> covering.add(it.value()));
        var photo = person.photo();
        return cards.issue(
                new ArtisanCard(
                        person.id().value(),
                        name(person.details().name().local()),
                        person.woman(),
                        work.details().category() == Category.MAALEM,
                        work.crafts().stream().map(it -> name(it.name())).toList(),
                        commune(place),
                        work.details().registration().number(),
                        today.plusYears(years).minusDays(1),
                        photo == null ? null : new FileId(photo),
                        covering,
                        person.demonstration()),
                by);
    }

    private Name commune(TerritoryCode place) {
        return name(territories.nameOf(place));
    }

    private static Name name(LocalName name) {
        return new Name(name.arabic(), name.french());
    }
}
