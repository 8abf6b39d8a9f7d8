package ma.qutb.market.passport;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A signed text in the compact form of RFC 7515, by Ed25519 (RFC 8037): short enough for a printed code, readable by every public
 * library.
 *
 * @param kid which key signed it, as it claims itself
 * @param payload what was signed
 */
@SuppressWarnings("ArrayRecordComponent") // in passing, never compared
record Jws(String kid, String payload, String signed, byte[] signature) {

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]{10,200})\\.([A-Za-z0-9_-]{2,1000})\\.([A-Za-z0-9_-]{86})");

    /** Exactly what we write: any other algorithm, or none, is not ours. */
    private static final Pattern HEADER = Pattern.compile("\\{\"alg\":\"EdDSA\",\"kid\":\"([A-Za-z0-9_-]{8})\"}");

    static String sign(String kid, String payload, PrivateKey key) {
        var signed = encoded("{\"alg\":\"EdDSA\",\"kid\":\"" + kid + "\"}") + "." + encoded(payload);
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    /** What the text says of itself; nothing of it is proved yet. Empty where it has not our form. */
    static Optional<Jws> read(String compact) {
        var parts = FORM.matcher(compact);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            var header = HEADER.matcher(decoded(parts.group(1)));
            return header.matches()
                    ? Optional.of(new Jws(
                            header.group(1),
                            decoded(parts.group(2)),
                            parts.group(1) + "." + parts.group(2),
                            Base64.getUrlDecoder().decode(parts.group(3))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean verifies(PublicHalf key) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key.forJava());
            check.update(signed.getBytes(StandardCharsets.US_ASCII));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
