package ma.qutb.identity.signin;

import java.util.Map;
import ma.qutb.identity.AuditTrail;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.Accounts;
import ma.qutb.identity.account.Passwords;
import ma.qutb.kernel.Refusal;
import org.springframework.stereotype.Service;

/** Checks who somebody is by their password. */
@Service
class SigningIn {

    static final String ACCOUNT = "identity.account";

    private final Accounts accounts;
    private final Attempts attempts;
    private final Passwords passwords;
    private final AuditTrail audit;

    SigningIn(Accounts accounts, Attempts attempts, Passwords passwords, AuditTrail audit) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.audit = audit;
    }

    /**
     * The account of this name and password. An unknown name takes as long and is answered in the same words as a wrong
     * password.
     *
     * @param address where the try comes from
     */
    Account withPassword(String name, String password, String address) {
        var known = accounts.knownAs(name);
        var key = known.map(it -> Attempts.keyOf(it.id())).orElseGet(() -> Attempts.keyOfUnknown(name));
        attempts.begin(key, address);
        if (!passwords.matches(password, known.flatMap(Account::passwordHash).orElse(null))) {
            audit.record(
                    "sign-in-failed",
                    ACCOUNT,
                    known.map(it -> it.id().toString()).orElse(""),
                    Map.of());
            throw new Refusal("identity.sign-in.refusal.wrong");
        }
        var account = known.orElseThrow();
        if (!account.active()) {
            audit.record("sign-in-failed", ACCOUNT, account.id().toString(), Map.of("reason", "locked"));
            throw new Refusal("identity.sign-in.refusal.locked");
        }
        attempts.forget(key);
        return account;
    }
}
