/**
 * The passport of a piece: a tag with a code that leads to its page for ever, signed so that it can be checked without the network.
 * What is printed stays in the world, so addresses, codes and keys that were once given out answer always.
 */
@NullMarked
package ma.qutb.market.passport;

import org.jspecify.annotations.NullMarked;
