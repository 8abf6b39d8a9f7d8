package ma.qutb.spaces.allocation;

/** How much of each nuisance, from 0 (none) to 3 (strong): what a craft causes, what it bears, what walls hold back. */
public record Nuisance(int noise, int dust, int fire, int smell) {

    public static final Nuisance NONE = new Nuisance(0, 0, 0, 0);
    public static final Nuisance ANY = new Nuisance(3, 3, 3, 3);

    public Nuisance {
        for (int level : new int[] {noise, dust, fire, smell}) {
            if (level < 0 || level > 3) {
                throw new IllegalArgumentException("a nuisance goes from 0 to 3, not " + level);
            }
        }
    }

    /** Whether any of its kinds is stronger than what the other can take. */
    public boolean exceeds(Nuisance taken) {
        return noise > taken.noise || dust > taken.dust || fire > taken.fire || smell > taken.smell;
    }
}
