package ma.qutb.shell.map;

import org.jspecify.annotations.Nullable;

/**
 * A place on the map.
 *
 * @param latitude degrees north
 * @param longitude degrees east; negative in Morocco
 * @param detail what a pointer over it says after the name, for example how many artisans
 * @param weight 1 to 3, the size of its mark
 * @param pole whether it is the pole's own place
 */
public record MapPoint(
        String name,
        double latitude,
        double longitude,
        String detail,
        int weight,
        boolean pole,
        @Nullable String href) {

    /** An ordinary place. */
    public MapPoint(String name, double latitude, double longitude, String detail, int weight, @Nullable String href) {
        this(name, latitude, longitude, detail, weight, false, href);
    }
}
