package ma.qutb.programmes.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.qutb.programmes.fact.Fact;
import ma.qutb.programmes.fact.Places;
import ma.qutb.registry.Territories.Point;
import org.springframework.stereotype.Component;

/** Puts facts on the point of their place, or of the nearest place around it that has one. */
@Component
class PlacesOnMap {

    /** The sketch of the coast ends here; what lies further north would make the region a speck. */
    private static final double NORTHERN_EDGE = 32;

    private final Places places;

    PlacesOnMap(Places places) {
        this.places = places;
    }

    List<PartPage.Place> of(List<Fact> shown) {
        Map<String, List<Fact>> byPlace = new LinkedHashMap<>();
        for (var fact : shown) {
            var place = fact.place();
            if (place != null) {
                places.chain(place, places.today()).stream()
                        .filter(it -> point(it).isPresent())
                        .findFirst()
                        .filter(it -> point(it)
                                .filter(point -> point.latitude() < NORTHERN_EDGE)
                                .isPresent())
                        .ifPresent(it -> byPlace.computeIfAbsent(it, code -> new ArrayList<>())
                                .add(fact));
            }
        }
        return byPlace.entrySet().stream()
                .flatMap(it -> point(it.getKey()).stream()
                        .map(point -> new PartPage.Place(
                                it.getKey(), point.latitude(), point.longitude(), List.copyOf(it.getValue()))))
                .toList();
    }

    private Optional<Point> point(String code) {
        return places.find(code).flatMap(it -> it.point());
    }
}
