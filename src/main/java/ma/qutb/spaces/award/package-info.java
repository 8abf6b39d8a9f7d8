/**
 * Who gets which unit of a call: the promised draw, the runs of the allocation with what went in and came out, the result anybody can
 * check and everybody is told the reasons of, offers and the waiting list, appeals.
 */
@NullMarked
package ma.qutb.spaces.award;

import org.jspecify.annotations.NullMarked;
