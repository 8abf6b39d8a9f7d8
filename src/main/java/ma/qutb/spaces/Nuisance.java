package ma.qutb.spaces;

/**
 * Noise, dust, danger of fire and smell, each from 0 (none) to 3 (much): what a craft brings with it, or what the walls of a unit bear.
 */
public record Nuisance(int noise, int dust, int fire, int smell) {

    public static final int MOST = 3;
    public static final Nuisance NONE = new Nuisance(0, 0, 0, 0);
    public static final Nuisance ANY = new Nuisance(MOST, MOST, MOST, MOST);

    public Nuisance {
        if (beyond(noise) || beyond(dust) || beyond(fire) || beyond(smell)) {
            throw new IllegalArgumentException("a nuisance is 0 to " + MOST);
        }
    }

    /** Whether walls that bear this much bear that craft. */
    public boolean bears(Nuisance craft) {
        return craft.noise <= noise && craft.dust <= dust && craft.fire <= fire && craft.smell <= smell;
    }

    private static boolean beyond(int grade) {
        return grade < 0 || grade > MOST;
    }
}
