package ma.qutb.registry.headcount;

/** How many there are. The made-up ones are never added to the real ones: nobody can mistake them for facts. */
public record Headcount(long real, long demonstration) {

    public static final Headcount NONE = new Headcount(0, 0);

    /** Both counts with those of another group, in which nobody of this one stands. */
    public Headcount and(Headcount other) {
        return new Headcount(real + other.real, demonstration + other.demonstration);
    }
}
