/** What the director looks at: how much is let and how long units stand empty, what crafts bring in, what tenants sell, who works there. */
@NullMarked
package ma.qutb.spaces.figure;

import org.jspecify.annotations.NullMarked;
