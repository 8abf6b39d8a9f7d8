package ma.qutb.identity.account;

import java.text.Normalizer;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords and PINs: what is accepted, how it is kept (Argon2id), how it is compared. */
@Component
public class Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    private final PasswordEncoder encoder;
    private @Nullable String nobodysHash;

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /** The hash of a new password of this user, if it is good enough. */
    public String choose(String password, String userName) {
        if (password.codePointCount(0, password.length()) < SHORTEST || password.length() > LONGEST) {
            throw new Refusal("identity.password.refusal.length", SHORTEST);
        }
        var plain = password.toLowerCase(java.util.Locale.ROOT);
        if (plain.contains(userName) || plain.codePoints().distinct().count() < 4) {
            throw new Refusal("identity.password.refusal.guessable");
        }
        return hash(password);
    }

    public String hash(String secret) {
        return String.valueOf(encoder.encode(oneWriting(secret)));
    }

    /** Whether this is it; takes as long when there is nothing to compare with. */
    public boolean matches(String secret, @Nullable String hash) {
        boolean same = encoder.matches(oneWriting(secret), hash == null ? nobodysHash() : hash);
        return same && hash != null;
    }

    /** Made when somebody first signs in: a start would wait half a second for it. */
    private synchronized String nobodysHash() {
        if (nobodysHash == null) {
            nobodysHash = hash("nobody");
        }
        return nobodysHash;
    }

    /** The same Arabic or accented letter reaches us composed from one keyboard and decomposed from another. */
    private static String oneWriting(String secret) {
        return Normalizer.normalize(
                secret.length() > LONGEST ? secret.substring(0, LONGEST) : secret, Normalizer.Form.NFKC);
    }
}
