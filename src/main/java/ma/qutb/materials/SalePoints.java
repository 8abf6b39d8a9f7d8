package ma.qutb.materials;

import java.util.List;
import java.util.Optional;
import ma.qutb.kernel.Actor;

/** The sale points and the funds they belong to. */
public interface SalePoints {

    Optional<SalePoint> find(SalePointId point);

    /** The point, if it lies where this user may do this. */
    Optional<SalePoint> find(SalePointId point, Actor actor, String permission);

    /** The points where this user may do this, by their codes. */
    List<SalePoint> all(Actor actor, String permission);

    /** The points of a fund, by their codes. */
    List<SalePoint> of(FundId fund);

    Optional<Fund> fund(FundId fund);

    /** The funds with a point where this user may do this, by their codes. */
    List<Fund> funds(Actor actor, String permission);

    /** The tills of a point, in the order they were set up. */
    List<Till> tills(SalePointId point);

    /** A till of a point. */
    record Till(TillId id, SalePointId point, String name) {}
}
