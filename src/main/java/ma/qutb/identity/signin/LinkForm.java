package ma.qutb.identity.signin;

import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** What the pages behind one-time links show again. */
public record LinkForm(
        String token,
        String userName,
        String displayName,
        @Nullable Refusal refusal) {

    static LinkForm of(String token, String userName, String displayName) {
        return new LinkForm(token, userName, displayName, null);
    }

    LinkForm with(Refusal why) {
        return new LinkForm(token, userName, displayName, why);
    }
}
