package ma.qutb.registry;

/** A person agreed to a purpose, or withdrew. */
public record ConsentRecorded(PersonId person, String purpose, boolean given) {}
