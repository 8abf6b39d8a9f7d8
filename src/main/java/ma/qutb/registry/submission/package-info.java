/** A form sent twice, by a double click or a repeated request, counts once. */
@NullMarked
package ma.qutb.registry.submission;

import org.jspecify.annotations.NullMarked;
