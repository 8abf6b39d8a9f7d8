package ma.qutb.market.passport;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The half of a key that everybody may have.
 *
 * @param raw its 32 bytes
 * @param retired since when it signs no more; what it signed before holds
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by their kid
public record PublicHalf(
        String kid, byte[] raw, Instant made, @Nullable Instant retired) {

    /** What stands before the 32 bytes in an X.509 key of Ed25519 (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /** The last 32 bytes of Java's form. */
    static byte[] raw(PublicKey key) {
        var encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    /** The beginning of the key's thumbprint (RFC 7638): a whole one would fill a seventh of the printed code. */
    static String kid(byte[] raw) {
        try {
            var said = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + encoded(raw) + "\"}";
            return encoded(MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    PublicKey forJava() throws GeneralSecurityException {
        var encoded = Arrays.copyOf(X509, X509.length + raw.length);
        System.arraycopy(raw, 0, encoded, X509.length, raw.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** As RFC 8037 writes it. */
    public Map<String, String> jwk() {
        return Map.of("kty", "OKP", "crv", "Ed25519", "alg", "EdDSA", "use", "sig", "kid", kid, "x", encoded(raw));
    }

    /** The key in letters, to be compared with what is printed. */
    public String letters() {
        return encoded(raw);
    }

    public Optional<Instant> retiredAt() {
        return Optional.ofNullable(retired);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
