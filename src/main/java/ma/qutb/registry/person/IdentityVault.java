package ma.qutb.registry.person;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import ma.qutb.platform.DataKey;
import org.springframework.stereotype.Component;

/**
 * Seals identity numbers: AES-256-GCM so that a copy of the database tells none, HMAC-SHA-256 so that the same number is
 * recognised, each under a key of its own.
 */
@Component
public class IdentityVault {

    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec encryption;

    /** Copied for each number: made ready once. */
    private final Mac hashing;

    private final SecureRandom random = new SecureRandom();

    IdentityVault(DataKey key) {
        encryption = new SecretKeySpec(key.derive("registry.identity.encryption"), "AES");
        try {
            hashing = Mac.getInstance("HmacSHA256");
            hashing.init(new SecretKeySpec(key.derive("registry.identity.hash"), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    public SealedIdentity seal(IdentityNumber number) {
        try {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            var text = cipher.doFinal(number.value().getBytes(StandardCharsets.UTF_8));
            var sealed = new byte[1 + NONCE + text.length];
            sealed[0] = FORMAT;
            System.arraycopy(nonce, 0, sealed, 1, NONCE);
            System.arraycopy(text, 0, sealed, 1 + NONCE, text.length);
            return new SealedIdentity(number.kind(), sealed, hash(number), number.mask());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal an identity number", e);
        }
    }

    /** The number in full; whoever calls this writes it into the audit trail. */
    IdentityNumber open(SealedIdentity sealed) {
        try {
            var bytes = sealed.encrypted();
            if (bytes[0] != FORMAT) {
                throw new IllegalStateException("unknown seal " + bytes[0]);
            }
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    encryption,
                    new GCMParameterSpec(TAG_BITS, Arrays.copyOfRange(bytes, 1, 1 + NONCE)));
            var text = cipher.doFinal(bytes, 1 + NONCE, bytes.length - 1 - NONCE);
            return new IdentityNumber(sealed.kind(), new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "cannot open a sealed identity number: is this the key it was sealed with?", e);
        }
    }

    /** Finds a number among the sealed ones: equal numbers have equal hashes. */
    public byte[] hash(IdentityNumber number) {
        try {
            return ((Mac) hashing.clone())
                    .doFinal((number.kind() + ":" + number.value()).getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java cannot copy its HmacSHA256", e);
        }
    }
}
