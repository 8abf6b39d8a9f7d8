package ma.qutb.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that protects what is stored encrypted, such as identity card numbers: 32 bytes in Base64 from {@code
 * QUTB_KEY}, else from the file {@code key} of the data folder, made on first use and readable by its owner alone.
 * Whoever loses it cannot read those numbers again; a backup of the database does not hold it.
 */
@Component
public class DataKey {

    private static final Logger log = LoggerFactory.getLogger(DataKey.class);
    private static final String OWNER_ONLY = "rw-------";

    private final byte[] secret;

    DataKey(@Value("${qutb.key:}") String given, @Value("${qutb.data:data}") Path folder) {
        secret = decode(given.isBlank() ? fromFile(folder.resolve("key")) : given);
    }

    /** A key of 32 bytes for one purpose, always the same for the same name. */
    public byte[] derive(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    private static byte[] decode(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length < 32) {
                throw new IllegalStateException("QUTB_KEY must be at least 32 bytes in Base64");
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("QUTB_KEY must be at least 32 bytes in Base64", e);
        }
    }

    private static String fromFile(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key file " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        var fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var draft = Files.createTempFile(
                folder,
                "key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(fresh));
            // A link fails when the name is taken: of two processes that start together, one key wins whole.
            Files.createLink(file, draft);
            log.info("made a new data key in {}: keep a copy of it apart from the backups", file);
        } catch (FileAlreadyExistsException e) {
            log.debug("the key was made by another process");
        } finally {
            Files.delete(draft);
        }
    }
}
