package ma.qutb.spaces;

/** Both signed: the lease runs from its first day on. */
public record LeaseSigned(LeaseId lease) {}
