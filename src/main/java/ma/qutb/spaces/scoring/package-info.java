/**
 * The committee of a call: each member gives points alone, none for their own kin; when all have closed their sheets these are compared,
 * where they lie far apart the committee talks, and its chair closes for good with minutes.
 */
@NullMarked
package ma.qutb.spaces.scoring;

import org.jspecify.annotations.NullMarked;
