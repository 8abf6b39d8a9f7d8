package ma.qutb.registry.search;

import ma.qutb.registry.naming.Likeness;

/** A record that may be of the same person, and why. */
public record Suggestion(SearchEntry entry, Likeness likeness) {}
