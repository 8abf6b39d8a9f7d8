package ma.qutb.documents.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server process of another make that speaks S3. */
class S3BucketTests {

    private static final byte[] CONTENT = "فضة".repeat(100_000).getBytes(StandardCharsets.UTF_8);

    private static S3Server server;

    @TempDir
    static Path folder;

    @BeforeAll
    static void startTheServer() throws Exception {
        server = S3Server.start(folder);
    }

    @AfterAll
    static void stopTheServer() throws Exception {
        server.close();
    }

    @Test
    void whatIsPutIsReadAgain() {
        var store = bucket("qutb");

        var digest = store.put(CONTENT);

        assertThat(digest).isEqualTo(Digest.of(CONTENT)).isEqualTo(store.put(CONTENT));
        assertThat(store.read(digest)).isEqualTo(CONTENT);
    }

    @Test
    void whatIsNotThereIsAFault() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> bucket("qutb").read("0".repeat(64)));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> bucket("elsewhere").put(CONTENT));
    }

    private static S3Bucket bucket(String name) {
        return new S3Bucket(new FileProperties.S3(server.address(), name, "key", "secret", "us-east-1"));
    }
}
