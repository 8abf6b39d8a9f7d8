package ma.qutb.spaces.premises;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.writing.Writing;

/**
 * What is said of a premises.
 *
 * @param name as people of the village call it
 * @param commune the commune it lies in
 * @param village part of the commune; may be empty
 * @param owner kind of its owner; its words are {@code spaces.premises.owner.<owner>}
 * @param area whole square decimetres
 * @param condition of walls and roof; its words are {@code spaces.premises.condition.<condition>}
 * @param obstacles what stands in the way; their words are {@code spaces.premises.obstacle.<obstacle>}
 */
public record Details(
        String name,
        TerritoryCode commune,
        String village,
        String kind,
        String owner,
        String ownerName,
        Optional<Integer> area,
        String condition,
        Set<String> obstacles,
        Spot spot,
        String note) {

    public static final List<String> KINDS =
            List.of("womens_club", "community_house", "school", "workshop", "shop", "store", "other");
    public static final List<String> OWNERS = List.of("commune", "association", "cooperative", "state", "private");
    public static final List<String> CONDITIONS = List.of("good", "worn", "damaged", "ruined");
    public static final List<String> OBSTACLES =
            List.of("ownership", "agreement", "structure", "water", "power", "access", "equipment", "money", "dispute");

    /** The same as the database keeps: a square kilometre is no room. */
    private static final int LARGEST = 10_000_000;

    /** @throws Refusal when something is missing or cannot be */
    public Details {
        name = Writing.line(name, 120);
        village = Writing.line(village, 120);
        ownerName = Writing.line(ownerName, 120);
        note = Writing.paragraphs(note, 1000);
        spot = new Spot(spot.latitude(), spot.longitude(), Writing.line(spot.landmark(), 200));
        obstacles = Set.copyOf(obstacles);
        if (name.isEmpty()) {
            throw new Refusal("spaces.premises.refusal.name");
        }
        if (!KINDS.contains(kind)
                || !OWNERS.contains(owner)
                || !CONDITIONS.contains(condition)
                || !OBSTACLES.containsAll(obstacles)) {
            throw new Refusal("spaces.premises.refusal.choice");
        }
        if (area.filter(it -> it < 1 || it > LARGEST).isPresent()) {
            throw new Refusal("spaces.premises.refusal.area");
        }
    }

    /** As the column keeps them. */
    String[] obstacleColumn() {
        return new TreeSet<>(obstacles).toArray(String[]::new);
    }
}
