package ma.qutb.registry;

/** An organisation has a record from now on. */
public record OrganisationRegistered(OrganisationId organisation) {}
