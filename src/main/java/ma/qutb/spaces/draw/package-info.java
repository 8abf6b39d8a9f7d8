/**
 * A draw anyone can verify, after RFC 3797: the list of those who take part is closed and its fingerprint published; the
 * source of the seed is named before it exists; the seed comes from a public ceremony; the order is that of
 * HMAC-SHA256(seed, number of the application). Each file carries the fingerprint of those before it, so that one altered
 * character anywhere is noticed and named. Needs nothing but a JDK, so that an outsider can read and run it alone.
 */
@NullMarked
package ma.qutb.spaces.draw;

import org.jspecify.annotations.NullMarked;
