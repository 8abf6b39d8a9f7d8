package ma.qutb.platform;

/**
 * Brings what a build carries into the tables when Qutb starts: reference data, demonstration accounts. A bean of each module, in Spring's
 * order; it is only made when there is something to bring. Filling again changes nothing.
 */
@FunctionalInterface
public interface Filling {

    /** Runs while no other Qutb fills this database, in no transaction. */
    void fill();
}
