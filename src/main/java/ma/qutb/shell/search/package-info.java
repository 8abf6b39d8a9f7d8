/** The global search box: people, organisations, crafts, places, documents. */
@NullMarked
@NamedInterface("search")
package ma.qutb.shell.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
