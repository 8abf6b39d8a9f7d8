package ma.qutb.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Qutb started by {@code bin/run} as its users start it, in a data folder of its own. */
final class RunningQutb implements AutoCloseable {

    private final Process process;
    private final int port;
    private final double secondsToFirstPage;

    private RunningQutb(Process process, int port, double secondsToFirstPage) {
        this.process = process;
        this.port = port;
        this.secondsToFirstPage = secondsToFirstPage;
    }

    static RunningQutb start(Path data, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Files.createDirectories(data);
        var command = new ArrayList<>(List.of("bin/run", "--port", String.valueOf(port)));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("console").toFile());
        builder.environment().put("QUTB_DATA", data.toString());
        // Two years of sales are not told while something else is measured.
        builder.environment().put("QUTB_DEMO_STORY", "false");
        builder.environment().putAll(environment);
        long begin = System.nanoTime();
        var process = builder.start();
        try (var http = HttpClient.newHttpClient()) {
            while (process.isAlive()
                    && System.nanoTime() - begin < Duration.ofMinutes(10).toNanos()) {
                try {
                    var answer = http.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ar"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
                    if (answer.statusCode() == 200) {
                        var qutb = new RunningQutb(process, port, (System.nanoTime() - begin) / 1e9);
                        qutb.awaitReady(data.resolve("console"));
                        return qutb;
                    }
                } catch (IOException e) {
                    // Not there yet.
                }
                Thread.sleep(20);
            }
        }
        process.destroy();
        throw new IOException("Qutb did not start: " + Files.readString(data.resolve("console")));
    }

    /** Accounts are made after the first page answers; the terminal says where to go when all is there. */
    private void awaitReady(Path console) throws IOException, InterruptedException {
        while (process.isAlive() && !Files.readString(console).contains("http")) {
            Thread.sleep(100);
        }
    }

    String address() {
        return "http://localhost:" + port;
    }

    double secondsToFirstPage() {
        return secondsToFirstPage;
    }

    /** Memory of the Java process that is in RAM, in MB. bin/run replaces itself by Java, so its id is Java's. */
    double residentMegabytes() throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("no VmRSS");
    }

    /** As a power cut ends it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var tree = Files.walk(folder)) {
                tree.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
            }
        }
    }
}
