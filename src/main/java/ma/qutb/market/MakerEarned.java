package ma.qutb.market;

/**
 * Something of a maker's was sold and is the buyer's now.
 *
 * @param pieces how many
 * @param amount what they earned for the maker, in centimes
 * @param number of the order or the receipt, as people call it
 */
public record MakerEarned(MakerId maker, int pieces, long amount, String number) {}
