package ma.qutb.spaces.premises;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.shell.Page;
import ma.qutb.shell.map.MapPoint;
import ma.qutb.shell.map.PlaceMap;
import org.jspecify.annotations.Nullable;

/**
 * Where premises stand: those somebody measured at their place, the others counted at that of their commune.
 *
 * @param unplaced those that stand in a commune whose place nobody knows
 */
public record PremisesMap(@Nullable PlaceMap map, List<Premises> unplaced) {

    private static final int MILLION = 1_000_000;

    /** Lays them out for this reader. */
    public static PremisesMap of(Page page, List<Premises> all, Territories territories) {
        var points = new ArrayList<MapPoint>();
        var unplaced = new ArrayList<Premises>();
        var counted = new TreeMap<TerritoryCode, Integer>();
        for (var it : all) {
            var spot = it.details().spot();
            if (spot.latitude() != null && spot.longitude() != null) {
                points.add(new MapPoint(
                        it.details().name(),
                        spot.latitude() / (double) MILLION,
                        spot.longitude() / (double) MILLION,
                        it.place().in(page.language()),
                        1,
                        it.path()));
            } else if (territories
                    .find(it.details().commune())
                    .flatMap(Territories.Place::point)
                    .isPresent()) {
                counted.merge(it.details().commune(), 1, Integer::sum);
            } else {
                unplaced.add(it);
            }
        }
        counted.forEach((commune, many) -> territories
                .find(commune)
                .ifPresent(place -> place.point()
                        .ifPresent(at -> points.add(new MapPoint(
                                place.name().in(page.language()),
                                at.latitude(),
                                at.longitude(),
                                page.t("spaces.premises.many", many),
                                many > 5 ? 3 : 2,
                                PremisesList.PATH + "?commune=" + commune)))));
        points.sort(Comparator.comparing(MapPoint::name));
        return new PremisesMap(
                points.isEmpty() ? null : PlaceMap.of(page.t("spaces.premises.map.title"), points),
                List.copyOf(unplaced));
    }
}
