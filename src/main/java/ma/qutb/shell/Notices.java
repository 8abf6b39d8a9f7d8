package ma.qutb.shell;

import ma.qutb.kernel.Actor;

/** How many notifications wait for a user; the identity module knows. */
@FunctionalInterface
public interface Notices {
    int unread(Actor actor);
}
