package ma.qutb.market.taxonomy;

import ma.qutb.market.Wording;

/**
 * One word of a list: a material, a technique, a motif, a colour.
 *
 * @param sample how it is shown where nobody reads: a symbol of the sprite, a picture, or a colour
 */
public record Term(String code, Wording name, String synonyms, String sample) {}
