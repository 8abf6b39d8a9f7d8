/** Measures the figures the project promises, on the machine at hand; run by {@code bin/bench}, never by the tests. */
@NullMarked
package ma.qutb.bench;

import org.jspecify.annotations.NullMarked;
