package ma.qutb.spaces;

/** What is owed for a signed lease may be another amount now: it ends on another day, or its rent changes. */
public record LeaseChanged(LeaseId lease) {}
