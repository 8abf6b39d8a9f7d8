/** People and what they practise: registering, correcting, finding and showing them, identity numbers kept under seal. */
@NullMarked
package ma.qutb.registry.person;

import org.jspecify.annotations.NullMarked;
