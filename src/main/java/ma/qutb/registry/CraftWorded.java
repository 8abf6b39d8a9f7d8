package ma.qutb.registry;

/** People call a craft by another word than before. */
public record CraftWorded(CraftCode craft) {}
