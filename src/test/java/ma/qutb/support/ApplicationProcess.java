package ma.qutb.support;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Qutb as a process of its own on a database of the tests, so that it can be killed as a power cut kills it. */
public final class ApplicationProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final Process process;
    private final int port;

    private ApplicationProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits for its first page.
     *
     * @param folder for its data and what it says
     */
    public static ApplicationProcess start(int port, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        var said = folder.resolve("said");
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classpath(),
                        "ma.qutb.QutbApplication",
                        "--logging.file.name=" + folder.resolve("qutb.log")))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("QUTB_PORT", String.valueOf(port));
        builder.environment().put("QUTB_DATA", folder.resolve("data").toString());
        builder.environment().putAll(environment);
        var application = new ApplicationProcess(builder.start(), port);
        application.awaitFirstPage(said);
        return application;
    }

    private void awaitFirstPage(Path said) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (process.isAlive() && System.nanoTime() < end) {
                try {
                    var page = HttpRequest.newBuilder(address("/ar")).build();
                    if (http.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // Not there yet.
                }
                Thread.sleep(100);
            }
        }
        kill();
        throw new IllegalStateException("Qutb did not start: " + Files.readString(said));
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** The application's own classes and libraries, without those of the tests. */
    private static String classpath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(it -> !it.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
