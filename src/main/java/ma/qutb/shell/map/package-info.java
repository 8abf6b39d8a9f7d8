/** Places as points over a simple sketch of coast and rivers; no borders, no tiles from elsewhere. Never mirrored. */
@NullMarked
@NamedInterface("map")
package ma.qutb.shell.map;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
