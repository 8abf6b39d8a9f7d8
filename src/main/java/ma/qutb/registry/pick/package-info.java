/** Choosing a person or an organisation in a form: one types part of a name or a number and picks among what is found. */
@NamedInterface("pick")
@NullMarked
package ma.qutb.registry.pick;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
