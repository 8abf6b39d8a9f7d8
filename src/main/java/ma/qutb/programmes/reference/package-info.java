/** Brings the files of the reference data into the tables at the start of the application, or says which row stops it. */
@NullMarked
package ma.qutb.programmes.reference;

import org.jspecify.annotations.NullMarked;
