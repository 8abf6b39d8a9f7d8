package ma.qutb.spaces.allocation;

/** A rule of the call that keeps an applicant out of a unit. */
public enum Bar {
    /** A document asked for was missing. */
    DOCUMENTS,
    /** The unit is not meant for the craft. */
    CRAFT,
    /** The craft causes more than the unit's walls hold back. */
    NUISANCE,
    /** The applicant cannot climb its steps. */
    ACCESS
}
