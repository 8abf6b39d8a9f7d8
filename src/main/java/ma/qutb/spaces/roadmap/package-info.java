/**
 * The roadmap of unused premises: each goes from found to at work one dated step at a time, with its budget and partners; an opened one becomes
 * a unit that can be let; what comes of it is told quarter by quarter, on a board, in figures and on numbered paper.
 */
@NullMarked
package ma.qutb.spaces.roadmap;

import org.jspecify.annotations.NullMarked;
