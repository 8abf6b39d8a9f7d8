package ma.qutb.registry.importing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.Territories;
import ma.qutb.registry.Territories.Place;
import ma.qutb.registry.TerritoryCode;
import org.springframework.stereotype.Component;

/** The place a list means: by its code or by its name in any spelling. A town and its province of one name: the town. */
@Component
class PlaceNames {

    private static final List<String> SMALL_FIRST = List.of(
            "city",
            "town",
            "rural_commune",
            "quarter",
            "douar",
            "place",
            "cercle",
            "prefecture",
            "province",
            "region",
            "zone",
            "country",
            "foreign_place",
            "foreign_zone",
            "foreign_country");

    private final Territories territories;
    private final Vocabulary vocabulary;
    private volatile Known known;

    /** Read anew when the reference data has been. */
    private record Known(List<Place> places, Dictionary<Place> names) {}

    PlaceNames(Territories territories, Vocabulary vocabulary) {
        this.territories = territories;
        this.vocabulary = vocabulary;
        this.known = new Known(List.of(), new Dictionary<>(List.of()));
    }

    /**
     * The place.
     *
     * @throws Refusal when there is none of this name
     */
    TerritoryCode read(String typed) {
        return names().find(typed).stream()
                .min(Comparator.comparingInt(it -> SMALL_FIRST.indexOf(it.type())))
                .map(Place::code)
                .orElseThrow(() -> new Refusal("registry.import.refusal.place", typed));
    }

    private Dictionary<Place> names() {
        var places = territories.all();
        if (!places.equals(known.places())) {
            var names = new Dictionary<Place>(vocabulary.words("place"));
            for (var place : places) {
                if (place.validTo().isEmpty()) {
                    names.add(place.code().value(), place);
                    for (var language : Language.COMPLETE) {
                        names.add(place.name().in(language), place);
                    }
                    vocabulary
                            .words("place." + place.code().value().toLowerCase(Locale.ROOT))
                            .forEach(name -> names.add(name, place));
                }
            }
            known = new Known(places, names);
        }
        return known.names();
    }
}
