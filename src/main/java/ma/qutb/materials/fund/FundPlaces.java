package ma.qutb.materials.fund;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import ma.qutb.materials.Fund;
import ma.qutb.materials.SalePoints;
import ma.qutb.registry.Territories;
import org.springframework.stereotype.Component;

/** Where a fund is at work: whoever's role holds for one of these places is concerned. */
@Component
class FundPlaces {

    private final SalePoints points;
    private final Territories territories;
    private final Clock clock;

    FundPlaces(SalePoints points, Territories territories, Clock clock) {
        this.points = points;
        this.territories = territories;
        this.clock = clock;
    }

    /** The places of its points and all they lie in today. */
    Set<String> of(Fund fund) {
        int year = LocalDate.now(clock).getYear();
        var places = new HashSet<String>();
        for (var point : points.of(fund.id())) {
            places.add(point.territory().value());
            territories.above(point.territory(), year).forEach(it -> places.add(it.value()));
        }
        return places;
    }
}
