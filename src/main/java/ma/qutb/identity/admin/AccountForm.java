package ma.qutb.identity.admin;

import java.util.UUID;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.Particulars;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What an administrator types about a user. */
public record AccountForm(
        String userName,
        String displayName,
        String phone,
        String email,
        String language,
        @Nullable UUID person,
        long version) {

    public AccountForm {
        userName = typed(userName);
        displayName = typed(displayName);
        phone = typed(phone);
        email = typed(email);
        language = typed(language);
    }

    private static String typed(@Nullable String value) {
        return value == null ? "" : value;
    }

    static AccountForm of(Account account) {
        return new AccountForm(
                account.userName(),
                account.displayName(),
                account.phone().orElse(""),
                account.email().orElse(""),
                account.language().code(),
                account.person().orElse(null),
                account.version());
    }

    Particulars particulars() {
        return Particulars.typed(
                userName, displayName, phone, email, Language.of(language).orElse(Language.AR), person);
    }

    /** Puts a refusal beside the field it is about. */
    static void show(Refusal refusal, Errors errors) {
        var about = refusal.code().replace("identity.account.refusal.", "").replace("-taken", "");
        switch (about) {
            case "user-name" -> errors.rejectValue("userName", refusal.code(), refusal.getArguments(), null);
            case "display-name" -> errors.rejectValue("displayName", refusal.code(), refusal.getArguments(), null);
            case "phone", "email" -> errors.rejectValue(about, refusal.code(), refusal.getArguments(), null);
            default -> errors.reject(refusal.code(), refusal.getArguments(), null);
        }
    }
}
