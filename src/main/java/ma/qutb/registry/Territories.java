package ma.qutb.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.qutb.kernel.Scope;

/**
 * Places, as they are and as they were. The regions were redrawn in 2015, so whoever asks what lies in what says for
 * which year; years are half open, a region "until 2015" is no longer there in 2015.
 */
public interface Territories {

    boolean exists(TerritoryCode place);

    /** What the place is called; its code where it is not known. */
    LocalName nameOf(TerritoryCode place);

    Optional<Place> find(TerritoryCode place);

    /** All places, fathers before children, by their Arabic names. */
    List<Place> all();

    /** What the place belonged to in that year, nearest first. */
    List<TerritoryCode> above(TerritoryCode place, int year);

    /** Whether the place was, in that year, this territory or part of it. */
    boolean isWithin(TerritoryCode place, TerritoryCode whole, int year);

    /** The territory and all that lay in it in that year. */
    Set<TerritoryCode> within(TerritoryCode whole, int year);

    /**
     * The places a user's scope covers today; empty for "everywhere". A query that shows records filters by this, so
     * that what is out of scope is not found.
     */
    Optional<Set<TerritoryCode>> covered(Scope scope);

    /** Whether a record that belongs to this place, or to none, is in the scope. */
    boolean covers(Scope scope, Optional<TerritoryCode> place);

    /**
     * A place.
     *
     * @param type {@code region}, {@code province}, {@code city} …; its words are the message {@code registry.territory.type.<type>}
     * @param validFrom first year, if it was made within memory
     * @param validTo year from which it is no more
     */
    record Place(
            TerritoryCode code,
            LocalName name,
            String type,
            Optional<Integer> validFrom,
            Optional<Integer> validTo,
            Optional<Point> point,
            Optional<TerritoryCode> parentToday) {

        /** Whether it existed in that year. */
        public boolean existedIn(int year) {
            return validFrom.map(it -> it <= year).orElse(true)
                    && validTo.map(it -> year < it).orElse(true);
        }
    }

    /** Decimal degrees (WGS 84). */
    record Point(double latitude, double longitude) {}
}
