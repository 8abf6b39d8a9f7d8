/**
 * Made-up people and organisations to try Qutb with: always the same, marked as demonstration in every record, and absent
 * unless {@code qutb.demo=true}.
 */
@NullMarked
package ma.qutb.registry.demonstration;

import org.jspecify.annotations.NullMarked;
