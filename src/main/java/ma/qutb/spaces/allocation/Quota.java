package ma.qutb.spaces.allocation;

/** At least so many units for a group, or as many as its eligible applicants can fill. */
public record Quota(String group, int units) {

    public Quota {
        if (units < 0) {
            throw new IllegalArgumentException("a quota of " + units + " units");
        }
    }
}
