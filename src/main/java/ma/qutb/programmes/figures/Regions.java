package ma.qutb.programmes.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ma.qutb.programmes.fact.Fact;
import ma.qutb.programmes.fact.Places;
import ma.qutb.programmes.fact.Words;
import org.springframework.stereotype.Component;

/** What adds up to which region, under the borders of the facts' dates and under today's. */
@Component
public class Regions {

    private final Places places;
    private final Selecting selecting;

    Regions(Places places, Selecting selecting) {
        this.places = places;
        this.selecting = selecting;
    }

    /**
     * The facts of one region.
     *
     * @param centimes sum of their costs; a cost the publication calls an alternative is left out
     */
    public record Total(String code, Words name, int facts, long centimes) {}

    /** Totals by region, the largest first; facts of a place without a region, or of a whole former region read today, count nowhere. */
    List<Total> totals(List<Fact> facts, Borders borders) {
        var totals = new ArrayList<Total>();
        for (var fact : facts) {
            var place = fact.place();
            if (place == null || borders == Borders.TODAY && selecting.undivided(fact)) {
                continue;
            }
            places.regionOf(place, selecting.year(fact, borders)).ifPresent(region -> {
                var code = region.code().value();
                var before =
                        totals.stream().filter(it -> it.code().equals(code)).findFirst();
                before.ifPresent(totals::remove);
                totals.add(new Total(
                        code,
                        places.nameOf(code),
                        before.map(Total::facts).orElse(0) + 1,
                        before.map(Total::centimes).orElse(0L) + cost(fact)));
            });
        }
        totals.sort(Comparator.comparing(Total::facts).reversed().thenComparing(Total::code));
        return List.copyOf(totals);
    }

    /** How many speak of a whole region that is no more. */
    int undivided(List<Fact> facts) {
        return (int) facts.stream().filter(selecting::undivided).count();
    }

    private static long cost(Fact fact) {
        var figure = fact.figure();
        return figure == null || "alternative".equals(figure.hedge())
                ? 0
                : fact.centimes().orElse(0L);
    }
}
