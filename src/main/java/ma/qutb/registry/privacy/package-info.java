/** Data protection (law 09-08): notices, requests with deadlines, one person's data as a file, anonymisation and retention. */
@NullMarked
package ma.qutb.registry.privacy;

import org.jspecify.annotations.NullMarked;
