/**
 * Lists of people that arrive as files, for the registrar: a ministry's extract, a cooperative's list of members, a notebook typed into
 * a table. What a row means, whom it means among those known, and how many rows are stored at once.
 */
@NullMarked
package ma.qutb.registry.importing;

import org.jspecify.annotations.NullMarked;
