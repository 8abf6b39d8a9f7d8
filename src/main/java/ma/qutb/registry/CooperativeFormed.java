package ma.qutb.registry;

import java.time.LocalDate;

/** The last legal step is done: the cooperative exists. */
public record CooperativeFormed(OrganisationId cooperative, LocalDate registeredOn) {}
