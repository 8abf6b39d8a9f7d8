/** The director's first page: what the registry holds, the region's main figures, the last changes, the ways on. */
@NullMarked
package ma.qutb.programmes.dashboard;

import org.jspecify.annotations.NullMarked;
