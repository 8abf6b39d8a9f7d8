package ma.qutb.programmes.figures;

import java.util.ArrayList;
import java.util.List;
import ma.qutb.programmes.fact.Fact;
import ma.qutb.programmes.fact.Places;
import org.springframework.stereotype.Component;

/** Picks the facts that fit a selection under the borders the reader chose. */
@Component
class Selecting {

    private final Places places;

    Selecting(Places places) {
        this.places = places;
    }

    Selected from(List<Fact> all, Selection selection) {
        var fitting = new ArrayList<Fact>();
        int placeless = 0;
        int yearless = 0;
        int axisless = 0;
        int undivided = 0;
        for (var fact : all) {
            var territory = selection.territory();
            if (selection.axis() != null && fact.axis() == null) {
                axisless++;
            } else if (selection.year() != null && fact.year() == null) {
                yearless++;
            } else if (territory != null && fact.place() == null) {
                placeless++;
            } else if (territory != null && selection.borders() == Borders.TODAY && undivided(fact)) {
                undivided++;
            } else if (fits(fact, selection)) {
                fitting.add(fact);
            }
        }
        return new Selected(List.copyOf(fitting), placeless, yearless, axisless, undivided);
    }

    private boolean fits(Fact fact, Selection selection) {
        var axis = selection.axis();
        var year = selection.year();
        var territory = selection.territory();
        var place = fact.place();
        return (axis == null || axis.equals(fact.axis()))
                && (year == null || year.equals(fact.year()))
                && (territory == null
                        || place != null && places.isWithin(place, territory, year(fact, selection.borders())));
    }

    /** The year whose borders a fact is read under. */
    int year(Fact fact, Borders borders) {
        return borders == Borders.TODAY || fact.bordersOf() == 0 ? places.today() : fact.bordersOf();
    }

    /** Whether a fact is about the whole of a territory that is no more. */
    boolean undivided(Fact fact) {
        return places.find(fact.place())
                .filter(it -> !it.existedIn(places.today()))
                .isPresent();
    }
}
