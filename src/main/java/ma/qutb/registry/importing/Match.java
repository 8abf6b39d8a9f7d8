package ma.qutb.registry.importing;

import java.util.Set;

/** Whom a row means among those who have a record. */
sealed interface Match {

    /** Nobody: a new record. */
    record Nobody() implements Match {}

    /**
     * Somebody, by a number in common and a like name. Nothing their record knows is changed.
     *
     * @param filled what the row adds
     */
    record Known(KnownPerson person, Set<KnownPerson.Gap> filled) implements Match {}

    /** A number that is somebody else's. */
    record Taken(String column, String code) implements Match {}
}
