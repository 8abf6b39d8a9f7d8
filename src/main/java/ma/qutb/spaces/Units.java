package ma.qutb.spaces;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.qutb.kernel.Actor;

/** The units of all sites, as other features and modules know them. */
public interface Units {

    Optional<Unit> find(UnitId unit);

    /** The unit, if it lies where this user may do this. */
    Optional<Unit> find(UnitId unit, Actor actor, String permission);

    /** Those of them that are known, by id. */
    Map<UnitId, Unit> find(Collection<UnitId> units);

    /** The units of a site that exist on a day, by number as people count. */
    List<Unit> of(SiteId site, LocalDate day);

    /** Those that are ready on this day and neither let nor reserved, now or later, by number. */
    List<Unit> free(SiteId site, LocalDate day);

    /** Which of these units stand wall to wall, by their outlines; a unit without neighbours maps to nothing. */
    Map<UnitId, Set<UnitId>> neighbours(Collection<Unit> units);
}
