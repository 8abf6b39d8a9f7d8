/** Sites: which there are, what is published of them, who runs them. */
@NullMarked
package ma.qutb.spaces.site;

import org.jspecify.annotations.NullMarked;
