package ma.qutb.registry;

/** Nobody can tell any more who this person was. */
public record PersonAnonymised(PersonId person) {}
