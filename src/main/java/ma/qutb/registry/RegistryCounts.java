package ma.qutb.registry;

import java.util.List;
import ma.qutb.kernel.Actor;

/** How many records the registry holds: real ones and made-up ones apart, never added up. */
public interface RegistryCounts {

    /** What this user may see, within their scope. */
    List<Count> of(Actor actor);

    /**
     * Records of one kind.
     *
     * @param kind {@code artisan}, {@code person}, {@code cooperative}, {@code organisation}; its words are {@code registry.count.<kind>}
     * @param icon symbol of the sprite, without {@code i-}
     * @param path the list of just the real ones
     * @param demonstrationPath the same for the made-up ones
     */
    record Count(String kind, String icon, long real, long demonstration, String path, String demonstrationPath) {}
}
