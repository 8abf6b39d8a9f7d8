/**
 * Records of the same person under two spellings, for the registrar: pairs the machine suspects, side by side, and what was decided
 * about them. It only suggests; a person merges, and can part again what was merged.
 */
@NullMarked
package ma.qutb.registry.duplicates;

import org.jspecify.annotations.NullMarked;
