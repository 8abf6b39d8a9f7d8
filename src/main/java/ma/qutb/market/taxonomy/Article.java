package ma.qutb.market.taxonomy;

import ma.qutb.market.Wording;
import ma.qutb.registry.CraftCode;

/**
 * What something is: a bracelet, a carpet.
 *
 * @param family the craft itself or the family it belongs to
 * @param picture static file, shown where nobody reads
 */
public record Article(String code, CraftCode craft, CraftCode family, Wording name, String synonyms, String picture) {}
