package ma.qutb.platform;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A peer that greets over PostgreSQL's protocol as version 14 and answers every question with nothing. */
class OldPostgres implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    OldPostgres() throws IOException {
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try {
                    var peer = socket.accept();
                    Thread.ofVirtual().start(() -> serve(peer));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve(Socket peer) {
        try (peer;
                var in = new DataInputStream(peer.getInputStream());
                var out = new DataOutputStream(peer.getOutputStream())) {
            in.readNBytes(in.readInt() - 4);
            message(out, 'R', new byte[] {0, 0, 0, 0});
            for (var setting : new String[] {
                "server_version\0" + "14.2",
                "client_encoding\0UTF8",
                "server_encoding\0UTF8",
                "DateStyle\0ISO, YMD",
                "integer_datetimes\0on",
                "standard_conforming_strings\0on",
                "TimeZone\0UTC"
            }) {
                message(out, 'S', (setting + "\0").getBytes(StandardCharsets.UTF_8));
            }
            message(out, 'K', new byte[8]);
            message(out, 'Z', new byte[] {'I'});
            // The questions the driver asks by itself: nothing to answer.
            while (true) {
                int type = in.read();
                if (type < 0 || type == 'X') {
                    return;
                }
                in.readNBytes(in.readInt() - 4);
                switch (type) {
                    case 'P' -> message(out, '1', new byte[0]);
                    case 'B' -> message(out, '2', new byte[0]);
                    case 'D' -> message(out, 'n', new byte[0]);
                    case 'E' -> message(out, 'C', "SET\0".getBytes(StandardCharsets.UTF_8));
                    case 'Q' -> {
                        message(out, 'C', "SET\0".getBytes(StandardCharsets.UTF_8));
                        message(out, 'Z', new byte[] {'I'});
                    }
                    case 'S' -> message(out, 'Z', new byte[] {'I'});
                    default -> {}
                }
            }
        } catch (IOException e) {
            // The driver hung up.
        }
    }

    private static void message(DataOutputStream out, char type, byte[] body) throws IOException {
        out.write(type);
        out.writeInt(body.length + 4);
        out.write(body);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
