package ma.qutb.identity.signin;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests of secrets that are long and random, for which a slow hash adds nothing. */
final class Digests {

    private Digests() {}

    static byte[] sha256(byte[] secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
