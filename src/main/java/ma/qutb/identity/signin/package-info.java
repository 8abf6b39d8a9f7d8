/** Signing in and out: passwords, codes, passkeys and PINs, the sessions they open, and what guards every address. */
@NullMarked
package ma.qutb.identity.signin;

import org.jspecify.annotations.NullMarked;
