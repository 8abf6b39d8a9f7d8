/**
 * Who gets which unit, in plain Java: no database, no clock, no order of hashing, so that the same input gives the same
 * result on any machine. The linear part (scores and wishes, one unit for a party, quotas) is solved exactly as a flow of
 * least cost; neighbours that disturb each other are settled by branching on it, with its value as the bound; neighbours of
 * one craft are brought together last. Every decision is explained with facts that can be checked in the input.
 */
@NullMarked
package ma.qutb.spaces.allocation;

import org.jspecify.annotations.NullMarked;
