package ma.qutb.market.delivery;

import java.time.LocalDate;

/**
 * What holds for every parcel from a day on.
 *
 * @param cashCap centimes; more is not sent against cash
 * @param confirmDays for how many days pieces wait for the buyer's word
 * @param packing grams of the box
 */
public record DeliveryTerms(LocalDate from, long cashCap, int confirmDays, int packing) {}
