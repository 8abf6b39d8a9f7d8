/** Forms of this module: what they ask, how it is read, and their one page. */
@NullMarked
package ma.qutb.materials.form;

import org.jspecify.annotations.NullMarked;
