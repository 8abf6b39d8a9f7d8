package ma.qutb.registry;

/** A person has a record from now on. */
public record PersonRegistered(PersonId person) {}
