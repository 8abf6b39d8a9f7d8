package ma.qutb.identity.account;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** How an account is known: what an administrator writes down about its user. */
public record Particulars(
        String userName,
        String displayName,
        @Nullable String phone,
        @Nullable String email,
        Language language,
        @Nullable UUID person) {

    private static final Pattern USER_NAME = Pattern.compile("[a-z][a-z0-9._-]{1,39}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    public Particulars {
        if (!USER_NAME.matcher(userName).matches()) {
            throw new Refusal("identity.account.refusal.user-name");
        }
        if (displayName.isBlank() || displayName.length() > 100) {
            throw new Refusal("identity.account.refusal.display-name");
        }
        if (email != null && (email.length() > 200 || !EMAIL.matcher(email).matches())) {
            throw new Refusal("identity.account.refusal.email");
        }
    }

    /** From what was typed: trimmed, empty is absent, the phone in any Moroccan writing. */
    public static Particulars typed(
            String userName, String displayName, String phone, String email, Language language, @Nullable UUID person) {
        return new Particulars(
                userName.strip().toLowerCase(Locale.ROOT),
                displayName.strip(),
                phone.isBlank()
                        ? null
                        : PhoneNumbers.e164(phone).orElseThrow(() -> new Refusal("identity.account.refusal.phone")),
                email.isBlank() ? null : email.strip().toLowerCase(Locale.ROOT),
                language,
                person);
    }
}
