/** Acts as forms, for every module that works with parties of the registry: what they ask, how it is read, and their one page. */
@NamedInterface("form")
@NullMarked
package ma.qutb.registry.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
