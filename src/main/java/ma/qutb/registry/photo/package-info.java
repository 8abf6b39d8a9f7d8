/** Pictures of people and organisations: who may add one, who may see it, and how a form brings, changes or takes one away. */
@NullMarked
package ma.qutb.registry.photo;

import org.jspecify.annotations.NullMarked;
