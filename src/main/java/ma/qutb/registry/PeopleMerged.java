package ma.qutb.registry;

/** Two records were found to be of one person: the merged one points at the survivor from now on. */
public record PeopleMerged(PersonId survivor, PersonId merged) {}
