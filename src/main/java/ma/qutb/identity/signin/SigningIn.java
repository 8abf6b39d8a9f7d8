package ma.qutb.identity.signin;

import java.util.Map;
import ma.qutb.identity.AuditTrail;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.Accounts;
import ma.qutb.kernel.Refusal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Checks who somebody is by their password. */
@Service
class SigningIn {

    static final String ACCOUNT = "identity.account";

    private final Accounts accounts;
    private final Attempts attempts;
    private final PasswordEncoder encoder;
    private final AuditTrail audit;
    private final String nobodysHash;

    SigningIn(Accounts accounts, Attempts attempts, PasswordEncoder encoder, AuditTrail audit) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.encoder = encoder;
        this.audit = audit;
        this.nobodysHash = String.valueOf(encoder.encode("nobody"));
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
        var hash = known.flatMap(Account::passwordHash);
        boolean right = encoder.matches(password, hash.orElse(nobodysHash)) && hash.isPresent();
        if (!right) {
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
