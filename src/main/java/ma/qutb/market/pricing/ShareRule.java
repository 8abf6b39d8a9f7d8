package ma.qutb.market.pricing;

import java.util.UUID;

/**
 * What the pole keeps of a price.
 *
 * @param service hundredths of a percent, as fund and tax
 * @param transport centimes
 */
public record ShareRule(UUID id, int service, int fund, int tax, long transport) {}
