package ma.qutb.documents.files;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Asks a ClamAV daemon over TCP: command INSTREAM, chunks preceded by their length, an empty chunk at the end. */
record ClamAv(InetSocketAddress daemon) implements VirusScan {

    private static final int CHUNK = 64 * 1024;
    private static final int PATIENCE_MS = 20_000;
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

    @Override
    public Verdict scan(byte[] content) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(daemon.getHostString(), daemon.getPort()), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            send(content, new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK)));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
            var found = FOUND.matcher(answer);
            if (found.matches()) {
                return new Verdict.Infected(found.group(1));
            }
            if (!answer.equals("stream: OK")) {
                throw new IOException("The virus scanner answered: " + answer);
            }
            return CLEAN;
        }
    }

    private static void send(byte[] content, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        for (int from = 0; from < content.length; from += CHUNK) {
            int length = Math.min(CHUNK, content.length - from);
            out.writeInt(length);
            out.write(content, from, length);
        }
        out.writeInt(0);
        out.flush();
    }
}
