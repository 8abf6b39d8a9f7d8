package ma.qutb.documents.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ClamAvTests {

    @Test
    void aCleanFileReachesTheScannerWhole() throws Exception {
        var content = new byte[200_000];
        new java.util.Random(7).nextBytes(content);

        try (var daemon = new Daemon("stream: OK\0")) {
            assertThat(daemon.client().scan(content)).isEqualTo(VirusScan.CLEAN);
            assertThat(daemon.received.get()).isEqualTo(content);
        }
    }

    @Test
    void anInfectedFileIsNamed() throws Exception {
        try (var daemon = new Daemon("stream: Eicar-Signature FOUND\0")) {
            assertThat(daemon.client().scan(new byte[10])).isEqualTo(new VirusScan.Verdict.Infected("Eicar-Signature"));
        }
    }

    @Test
    void anyOtherAnswerIsAFault() throws Exception {
        try (var daemon = new Daemon("INSTREAM size limit exceeded. ERROR\0")) {
            assertThatIOException().isThrownBy(() -> daemon.client().scan(new byte[10]));
        }
    }

    @Test
    void aSilentScannerIsAFault() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        var client = new ClamAv(InetSocketAddress.createUnresolved("127.0.0.1", closed));
        assertThatIOException().isThrownBy(() -> client.scan(new byte[10]));
    }

    /** Speaks the daemon's side of INSTREAM over a real socket. */
    private static final class Daemon implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final CompletableFuture<byte[]> received;

        Daemon(String answer) throws IOException {
            received = CompletableFuture.supplyAsync(() -> serve(answer));
        }

        ClamAv client() {
            return new ClamAv(InetSocketAddress.createUnresolved("127.0.0.1", socket.getLocalPort()));
        }

        private byte[] serve(String answer) {
            try (var peer = socket.accept()) {
                var in = new DataInputStream(peer.getInputStream());
                assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                        .isEqualTo("zINSTREAM\0");
                var content = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    content.write(in.readNBytes(length));
                }
                peer.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return content.toByteArray();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
