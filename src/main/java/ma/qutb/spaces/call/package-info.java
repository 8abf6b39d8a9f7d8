/**
 * Calls for applications: which units are offered together, who may apply, what is counted, which papers are asked for, and when. A call
 * is prepared, published and then stays; applications, scores and allocations hang on it.
 */
@NullMarked
package ma.qutb.spaces.call;

import org.jspecify.annotations.NullMarked;
