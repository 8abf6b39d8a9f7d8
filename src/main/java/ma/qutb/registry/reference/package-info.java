/** Loads what the publications and public lists say about places, crafts, people and organisations, at every start. */
@NullMarked
package ma.qutb.registry.reference;

import org.jspecify.annotations.NullMarked;
