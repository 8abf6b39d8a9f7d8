/**
 * Finding whom the registrar means while they type: people, organisations, crafts and places by name in either script,
 * phone, identity card, register number, craft and place; and the records that may be of the same person. A projection of
 * its own, written by the packages that own the records through {@link ma.qutb.registry.search.SearchIndex}.
 */
@NullMarked
package ma.qutb.registry.search;

import org.jspecify.annotations.NullMarked;
