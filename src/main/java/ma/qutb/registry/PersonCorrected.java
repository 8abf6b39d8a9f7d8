package ma.qutb.registry;

/** Something about a person was corrected: names, birth, contact, photo. */
public record PersonCorrected(PersonId person) {}
