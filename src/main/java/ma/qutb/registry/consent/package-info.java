/** What people agreed to, purpose by purpose, and the page on which the registrar writes it down. */
@NullMarked
package ma.qutb.registry.consent;

import org.jspecify.annotations.NullMarked;
