package ma.qutb.spaces.award;

import java.util.Optional;

/**
 * An application in the public table: no name is in it.
 *
 * @param score thousandths of a point
 * @param place in the draw
 * @param position in the waiting list
 */
public record ResultLine(String number, int score, int place, Optional<String> unit, Optional<Integer> position) {}
