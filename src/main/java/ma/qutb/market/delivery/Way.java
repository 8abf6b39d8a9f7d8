package ma.qutb.market.delivery;

/**
 * One way to bring a parcel there.
 *
 * @param fee centimes
 */
public record Way(Carrier carrier, String zone, long fee, int daysMin, int daysMax) {}
