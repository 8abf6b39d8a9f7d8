package ma.qutb.platform;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keeps secrets of one kind unreadable for those who only have the database (AES-GCM under the data key). */
public final class SecretBox {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    /** @param purpose what it keeps, for example {@code identity.second-factor}; never to be changed */
    public SecretBox(DataKey data, String purpose) {
        key = new SecretKeySpec(data.derive(purpose), "AES");
    }

    public byte[] lock(byte[] secret) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var locked = run(Cipher.ENCRYPT_MODE, nonce, secret, 0);
        return ByteBuffer.allocate(NONCE + locked.length).put(nonce).put(locked).array();
    }

    public byte[] open(byte[] locked) {
        var nonce = java.util.Arrays.copyOf(locked, NONCE);
        return run(Cipher.DECRYPT_MODE, nonce, locked, NONCE);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, int from) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the data key is not the one this was locked with", e);
        }
    }
}
