package ma.qutb.kernel;

import java.util.Set;

/**
 * One thing a role may do, named in the field's words. Each module lists its own in an enum and offers them to the
 * identity module through a {@link Catalogue} bean; its text is the message {@code permission.<code>}.
 */
public interface Permission {

    /** For example {@code registry.see-cin}; also the authority that guards pages and acts. */
    String code();

    /** Who holds it. */
    Set<Role> roles();

    /** All permissions of one module. */
    @FunctionalInterface
    interface Catalogue {
        Set<? extends Permission> permissions();
    }
}
