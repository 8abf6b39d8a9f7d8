package ma.qutb.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Asks for pages over connections that stay open, with as little work as can be: the generator stands on the same machine as what it
 * measures. Every answer must be 200 and is read to its end.
 */
final class LeanBrowsers {

    private final int port;

    LeanBrowsers(int port) {
        this.port = port;
    }

    /** Pages a second that many browsers get when each asks again as soon as it is answered. */
    double perSecond(int browsers, int seconds, IntFunction<String> path) throws Exception {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        var next = new AtomicInteger();
        long begin = System.nanoTime();
        int pages = 0;
        for (var each : all(browsers, connection -> {
            int done = 0;
            while (System.nanoTime() < until) {
                connection.get(path.apply(next.getAndIncrement()));
                done++;
            }
            return done;
        })) {
            pages += each;
        }
        return pages / ((System.nanoTime() - begin) / 1e9);
    }

    /** Milliseconds from the moment each page was due, when so many are due a second; whoever is late does not slow the others down. */
    double[] latencies(int perSecond, int seconds, int browsers, IntFunction<String> path) throws Exception {
        var samples = new double[perSecond * seconds];
        var next = new AtomicInteger();
        long begin = System.nanoTime() + 100_000_000L;
        all(browsers, connection -> {
            for (int i = next.getAndIncrement(); i < samples.length; i = next.getAndIncrement()) {
                long due = begin + i * 1_000_000_000L / perSecond;
                while (System.nanoTime() < due) {
                    Thread.sleep(0, (int) Math.clamp(due - System.nanoTime(), 1, 900_000));
                }
                connection.get(path.apply(i));
                samples[i] = (System.nanoTime() - due) / 1e6;
            }
            return samples.length;
        });
        return samples;
    }

    static double p99(double[] samples) {
        var sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(0.99 * sorted.length) - 1];
    }

    private interface Visit {
        int by(Connection connection) throws Exception;
    }

    private int[] all(int browsers, Visit visit) throws Exception {
        try (var threads = Executors.newFixedThreadPool(browsers)) {
            var work = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < browsers; i++) {
                work.add(() -> {
                    try (var connection = new Connection(port)) {
                        return visit.by(connection);
                    }
                });
            }
            var done = new int[browsers];
            var results = threads.invokeAll(work);
            for (int i = 0; i < browsers; i++) {
                done[i] = results.get(i).get();
            }
            return done;
        }
    }

    private static final class Connection implements AutoCloseable {

        private final int port;
        private final byte[] buffer = new byte[65_536];
        private Socket socket;
        private InputStream in;

        Connection(int port) throws IOException {
            this.port = port;
            open();
        }

        private void open() throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 65_536);
        }

        void get(String path) throws IOException {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var status = line();
            if (!status.startsWith("HTTP/1.1 200")) {
                throw new IOException(path + " answers " + status);
            }
            long length = -1;
            boolean last = false;
            for (var header = line(); !header.isEmpty(); header = line()) {
                if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Long.parseLong(header.substring(15).strip());
                }
                last |= header.equalsIgnoreCase("connection: close");
            }
            if (length >= 0) {
                skip(length);
            } else {
                for (int chunk = Integer.parseInt(line(), 16); chunk > 0; chunk = Integer.parseInt(line(), 16)) {
                    skip(chunk);
                    line();
                }
                line();
            }
            if (last) {
                socket.close();
                open();
            }
        }

        private void skip(long bytes) throws IOException {
            for (long left = bytes; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new IOException("the answer ends too early");
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
}
