package ma.qutb.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.InputStreamSource;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file on its way in.
 *
 * @param name as the sender calls it
 * @param size in bytes, known before it is read
 */
public record Upload(String name, long size, InputStreamSource content) {

    public static Upload of(MultipartFile file) {
        var name = file.getOriginalFilename();
        return new Upload(name == null ? "" : name, file.getSize(), file);
    }

    public static Upload of(String name, byte[] content) {
        return new Upload(name, content.length, () -> new ByteArrayInputStream(content));
    }

    /** All of it. */
    public byte[] read() {
        try (var in = content.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
