package ma.qutb.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** One browser's connection, which stays open, with its cookies. Pages come compressed, as to a real browser. */
final class LeanConnection implements AutoCloseable {

    private final int port;
    private final byte[] buffer = new byte[65_536];
    private final Map<String, String> cookies = new TreeMap<>();
    private Socket socket;
    private InputStream in;

    LeanConnection(int port) throws IOException {
        this.port = port;
        open();
    }

    private void open() throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 65_536);
    }

    /** What a page or a form was answered with. */
    record Answer(int status, String location, byte[] body, boolean compressed) {

        String text() throws IOException {
            var in = new ByteArrayInputStream(body);
            return new String((compressed ? new GZIPInputStream(in) : in).readAllBytes(), StandardCharsets.UTF_8);
        }

        Answer must(int expected) throws IOException {
            if (status != expected) {
                throw new IOException("answers " + status + " " + location + ", not " + expected);
            }
            return this;
        }
    }

    /** A page that must be there, read to its end and thrown away. */
    void get(String path) throws IOException {
        write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n");
        read(null).must(200);
    }

    Answer open(String path) throws IOException {
        write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n" + cookies() + "\r\n");
        return read(new ByteArrayOutputStream());
    }

    Answer send(String path, Map<String, String> form) throws IOException {
        var body = form.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n" + cookies()
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body);
        return read(new ByteArrayOutputStream());
    }

    void forget() {
        cookies.clear();
    }

    private String cookies() {
        return cookies.isEmpty()
                ? ""
                : cookies.entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .collect(Collectors.joining("; ", "Cookie: ", "\r\n"));
    }

    private void write(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private Answer read(@org.jspecify.annotations.Nullable ByteArrayOutputStream kept) throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        var headers = new ArrayList<String>();
        for (var header = line(); !header.isEmpty(); header = line()) {
            headers.add(header);
        }
        long length = -1;
        boolean last = false;
        boolean compressed = false;
        var location = "";
        for (var header : headers) {
            var name = header.substring(0, header.indexOf(':')).toLowerCase(java.util.Locale.ROOT);
            var value = header.substring(name.length() + 1).strip();
            switch (name) {
                case "content-length" -> length = Long.parseLong(value);
                case "connection" -> last = value.equalsIgnoreCase("close");
                case "content-encoding" -> compressed = value.equals("gzip");
                case "location" -> location = value;
                case "set-cookie" -> keep(value);
                default -> {}
            }
        }
        if (length >= 0) {
            take(length, kept);
        } else if (status != 204 && status != 304) {
            for (int chunk = Integer.parseInt(line(), 16); chunk > 0; chunk = Integer.parseInt(line(), 16)) {
                take(chunk, kept);
                line();
            }
            line();
        }
        if (last) {
            socket.close();
            open();
        }
        return new Answer(status, location, kept == null ? new byte[0] : kept.toByteArray(), compressed);
    }

    private void keep(String cookie) {
        int is = cookie.indexOf('=');
        int end = cookie.indexOf(';');
        cookies.put(cookie.substring(0, is), cookie.substring(is + 1, end < 0 ? cookie.length() : end));
    }

    private void take(long bytes, @org.jspecify.annotations.Nullable ByteArrayOutputStream kept) throws IOException {
        for (long left = bytes; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new IOException("the answer ends too early");
            }
            if (kept != null) {
                kept.write(buffer, 0, read);
            }
            left -= read;
        }
    }

    private String line() throws IOException {
        int length = 0;
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended");
            }
            if (c != '\r') {
                buffer[length++] = (byte) c;
            }
        }
        return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
