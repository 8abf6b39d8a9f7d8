package ma.qutb.registry;

/** A merge was a mistake and is undone: both are people of their own again. */
public record PeopleParted(PersonId survivor, PersonId merged) {}
