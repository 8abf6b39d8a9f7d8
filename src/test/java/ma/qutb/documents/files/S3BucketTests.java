package ma.qutb.documents.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server process of another make that speaks S3. */
class S3BucketTests {

    private static final byte[] CONTENT = "فضة".repeat(100_000).getBytes(StandardCharsets.UTF_8);

    private static Process server;
    private static int port;

    @TempDir
    static Path folder;

    @BeforeAll
    static void startTheServer() throws Exception {
        port = freePort();
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        jar(),
                        "--server.port=" + freePort(),
                        "--http.port=" + port,
                        "--com.adobe.testing.s3mock.store.root=" + folder,
                        "--com.adobe.testing.s3mock.store.initial-buckets=qutb")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(() -> {
            new Socket("127.0.0.1", port).close();
            return true;
        });
    }

    @AfterAll
    static void stopTheServer() throws Exception {
        server.destroy();
        if (!server.waitFor(20, TimeUnit.SECONDS)) {
            server.destroyForcibly();
        }
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
        return new S3Bucket(new FileProperties.S3("http://127.0.0.1:" + port, name, "key", "secret", "us-east-1"));
    }

    private static String jar() {
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(it -> it.contains("s3mock"))
                .findFirst()
                .orElseThrow();
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
