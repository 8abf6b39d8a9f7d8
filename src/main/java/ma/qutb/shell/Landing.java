package ma.qutb.shell;

import java.util.Optional;
import ma.qutb.kernel.Actor;

/** Where some staff begin their day instead of at the desk; a module offers it as a bean, in its order. */
@FunctionalInterface
public interface Landing {

    /** The page that suits this user best; empty: the desk. */
    Optional<String> of(Actor actor);
}
