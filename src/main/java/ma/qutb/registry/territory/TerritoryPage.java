package ma.qutb.registry.territory;

import java.util.List;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories.Place;
import ma.qutb.registry.headcount.Headcount;
import ma.qutb.registry.published.Said;
import org.jspecify.annotations.Nullable;

/**
 * A place as it was in one year.
 *
 * @param artisans of the place and all that lay in it in that year
 * @param held what it held in another year and no longer, or not yet, in this one
 * @param published whether a publication names the place; otherwise it was added for completeness
 */
public record TerritoryPage(
        Place place,
        int year,
        List<Place> above,
        List<Branch> branches,
        List<Parent> parents,
        List<Parent> held,
        Headcount artisans,
        Headcount organisations,
        boolean published,
        Said said) {

    /** A place of the tree with what lies in it. */
    public record Branch(Place place, Headcount artisans, Headcount organisations, List<Branch> branches) {
        public String path(int year) {
            return "/app/territories/" + place.code() + "?year=" + year;
        }
    }

    /** For which years [from, to) one place belonged to another; {@code place} is the other end as seen from the page. */
    public record Parent(
            Place place, @Nullable Integer from, @Nullable Integer to, LocalName note) {}

    public boolean demonstration() {
        return artisans.demonstration() + organisations.demonstration() > 0;
    }
}
