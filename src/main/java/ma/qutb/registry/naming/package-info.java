/**
 * Names whatever their spelling: what a registrar hears at the counter, what a clerk reads on a French list and what
 * stands on an Arabic card are brought to a common form, so that {@code fatima ouala} finds فاطمة أوعلا. Pure functions: no
 * Spring, no database. {@link ma.qutb.registry.naming.Folding} removes what is only writing,
 * {@link ma.qutb.registry.naming.Skeleton} what is only script, and
 * {@link ma.qutb.registry.naming.PersonComparison} says how likely two descriptions are of one person.
 */
@NullMarked
@NamedInterface("naming")
package ma.qutb.registry.naming;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
