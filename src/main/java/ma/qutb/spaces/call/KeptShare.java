package ma.qutb.spaces.call;

/** At least so many units for a group, or as many as its eligible applicants can fill. Who belongs to two groups counts for the first. */
public record KeptShare(Group group, int units) {}
