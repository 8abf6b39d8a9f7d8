/**
 * What it costs and how long it takes to bring a parcel somewhere: carriers, zones, dated tables by weight, and what holds for every parcel.
 * One order is one parcel, whoever made what is in it.
 */
@NullMarked
package ma.qutb.market.delivery;

import org.jspecify.annotations.NullMarked;
