package ma.qutb.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Crafts and their families. */
public interface Crafts {

    boolean exists(CraftCode craft);

    /** What the craft is called; its code where it is not known. */
    LocalName nameOf(CraftCode craft);

    Optional<Craft> find(CraftCode craft);

    /** All crafts, each family before its crafts. */
    List<Craft> all();

    /** The craft and all that belong to it. */
    Set<CraftCode> within(CraftCode family);

    /**
     * A craft, or a family of crafts (one without parent).
     *
     * @param icon symbol of the sprite, without {@code i-}
     */
    record Craft(CraftCode code, Optional<CraftCode> parent, LocalName name, String icon) {}
}
