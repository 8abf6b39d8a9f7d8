package ma.qutb.spaces.allocation;

import java.util.SortedMap;

/**
 * Who gets which unit.
 *
 * @param holders number of the application by number of the unit
 * @param value points, draw and wishes of all who got a unit, by the weights
 * @param bound what no allocation under the same rules can be worth more than
 * @param proven whether value and bound were shown to be equal before neighbours of one craft were brought together
 */
public record Allocation(SortedMap<String, String> holders, long value, long bound, boolean proven) {

    /** How far at most from the best there can be, as a share of it. */
    public double gap() {
        return bound == 0 ? 0 : Math.max(0, (double) (bound - value) / bound);
    }
}
