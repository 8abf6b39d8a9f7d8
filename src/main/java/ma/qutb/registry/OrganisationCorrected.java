package ma.qutb.registry;

/** Something about an organisation was corrected. */
public record OrganisationCorrected(OrganisationId organisation) {}
