package ma.qutb.spaces.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.LocalName;
import ma.qutb.spaces.Shape;
import ma.qutb.spaces.UnitId;

/**
 * One level of a site as it is on a day.
 *
 * @param begins the first day any unit of the site existed
 * @param elsewhere how many units of the site are not drawn on this sheet
 */
public record Sheet(
        Box box,
        List<Floor> floors,
        List<Drawn> drawings,
        List<Block> blocks,
        List<On> units,
        int elsewhere,
        LocalDate begins) {

    /** What the plan shows, in centimetres. */
    public record Box(UUID level, int minX, int minY, int width, int height) {}

    /** A level of the site that is drawn. */
    public record Floor(UUID level, int floor) {}

    /** Ground, street, house, tree … */
    public record Drawn(String kind, List<Integer> points, LocalName name) {}

    /** A block or a house of the site. */
    public record Block(UUID id, LocalName name) {}

    /**
     * A unit on that day.
     *
     * @param state {@code free}, {@code let}, {@code reserved}, {@code under_construction} or {@code closed}
     * @param since the day from which this is so
     * @param until the first day it is so no more
     */
    public record On(
            UnitId id,
            String number,
            String kind,
            Optional<Integer> area,
            Shape shape,
            Optional<UUID> block,
            String state,
            Optional<UUID> person,
            Optional<UUID> organisation,
            Optional<String> craft,
            LocalDate since,
            Optional<LocalDate> until) {}

    /** Centimetres as one writes metres, with a dot. */
    public static String metres(int centimetres) {
        return java.math.BigDecimal.valueOf(centimetres, 2).stripTrailingZeros().toPlainString();
    }
}
