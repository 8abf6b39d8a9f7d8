package ma.qutb.spaces;

import java.util.List;
import java.util.Optional;
import ma.qutb.kernel.Actor;

/** The sites. */
public interface Sites {

    Optional<Site> find(SiteId site);

    /** The site, if it lies where this user may do this. */
    Optional<Site> find(SiteId site, Actor actor, String permission);

    Optional<Site> called(String code);

    /** The sites where this user may do this, those with most units first. */
    List<Site> all(Actor actor, String permission);
}
