/** The artisan's own pages on the phone: my record, my documents, my consent, correct something, help; and the registrar's review of what was proposed. */
@NullMarked
package ma.qutb.registry.me;

import org.jspecify.annotations.NullMarked;
