/**
 * Applications to calls: an artisan, a cooperative or an enterprise asks for units in the order it would like them, on a telephone or at
 * the desk by the same acts. Until it is sent everything can change; then it has a number and only missing papers may still come.
 */
@NullMarked
package ma.qutb.spaces.application;

import org.jspecify.annotations.NullMarked;
