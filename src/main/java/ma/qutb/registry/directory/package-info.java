/** The public directory: artisans and organisations who agreed to be in it, each with what they agreed to show. */
@NullMarked
package ma.qutb.registry.directory;

import org.jspecify.annotations.NullMarked;
