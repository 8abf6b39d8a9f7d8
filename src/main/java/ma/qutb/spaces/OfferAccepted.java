package ma.qutb.spaces;

import java.util.UUID;

/**
 * Somebody to whom a unit was allocated takes it; a contract is to be written.
 *
 * @param party a person's or an organisation's id
 * @param call what the unit was offered by
 */
public record OfferAccepted(UUID offer, UUID unit, UUID party, boolean organisation, UUID call) {}
