/** Looking after units: meters and their readings, condition at entry and exit, repairs, photos and documents. */
@NullMarked
package ma.qutb.spaces.upkeep;

import org.jspecify.annotations.NullMarked;
