/** What people type, made fit to keep: invisible characters taken out, lengths and letters checked, in words they understand. */
@NamedInterface("writing")
@NullMarked
package ma.qutb.registry.writing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
