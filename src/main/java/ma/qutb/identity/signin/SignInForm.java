package ma.qutb.identity.signin;

import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the sign-in page shows again.
 *
 * @param name as typed
 * @param back page to return to, or empty
 * @param refusal why the last try failed
 */
public record SignInForm(String name, String back, @Nullable Refusal refusal) {}
