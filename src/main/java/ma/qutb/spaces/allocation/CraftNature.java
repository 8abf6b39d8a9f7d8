package ma.qutb.spaces.allocation;

import ma.qutb.spaces.Nuisance;

/** What a craft causes around it and what it bears from a neighbour. */
public record CraftNature(String craft, Nuisance causes, Nuisance bears) {

    /** How many grades above its own a craft bears: strong noise is too much for one that makes none. */
    private static final int BORNE = 2;

    /** A craft of which only is known what it causes. */
    public static CraftNature of(String craft, Nuisance causes) {
        return new CraftNature(
                craft,
                causes,
                new Nuisance(
                        Math.min(3, causes.noise() + BORNE),
                        Math.min(3, causes.dust() + BORNE),
                        Math.min(3, causes.fire() + BORNE),
                        Math.min(3, causes.smell() + BORNE)));
    }

    /** Whether two crafts cannot work wall to wall: one causes more than the other bears. */
    public boolean disturbs(CraftNature other) {
        return !other.bears.bears(causes) || !bears.bears(other.causes);
    }
}
