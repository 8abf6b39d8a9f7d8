package ma.qutb.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ma.qutb.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Qutb started as a process of its own, the way bin/run does, and met by what goes wrong on real machines. */
@Timeout(120)
class StartFaultsTests {

    @TempDir
    Path folder;

    final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (var process : started) {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var end = run(external(), "--server.port=" + taken.getLocalPort());

            assertThat(end.lines())
                    .containsExactly("Qutb: Port " + taken.getLocalPort()
                            + " is taken by another program. Stop it, or run: bin/run --port 9090");
            assertThat(end.status()).isEqualTo(1);
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaidInOneLine() throws Exception {
        var end = run(Map.of("QUTB_DB_URL", "jdbc:postgresql://127.0.0.1:1/qutb"));

        assertThat(end.lines()).singleElement().asString().contains("does not answer", "QUTB_DB_URL");
        assertThat(end.status()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatIsTooOldIsLeftAlone() throws Exception {
        try (var old = new OldPostgres()) {
            var end = run(Map.of("QUTB_DB_URL", "jdbc:postgresql://127.0.0.1:" + old.port() + "/qutb?sslmode=disable"));

            assertThat(end.lines())
                    .containsExactly("Qutb: PostgreSQL is version 14; Qutb needs 15 or later. Nothing was changed.");
            assertThat(end.status()).isEqualTo(1);
        }
    }

    @Test
    void aFolderInUseByAnotherQutbIsNotTouched() throws Exception {
        try (var first = EmbeddedPostgres.start(folder.resolve("data/postgres"), 0, false)) {
            var end = run(Map.of("QUTB_DATA", folder.resolve("data").toString()));

            assertThat(end.lines()).singleElement().asString().contains("in use by another Qutb");
            assertThat(end.status()).isEqualTo(1);
            assertThat(count(first)).isEqualTo(1);
        }
    }

    @Test
    void aFullDiskIsSaidInOneLine() throws Exception {
        var small = Files.createDirectories(folder.resolve("small"));
        // A file system of 8 MB in a mount namespace of its own: the unpacked server alone needs 60.
        var mounted = List.of(
                "unshare",
                "-rm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=8m tmpfs \"$0\" && exec \"$@\"",
                small.toString());

        var end = run(Map.of("QUTB_DATA", small.toString()), mounted, "-Dqutb.postgres.binaries=" + small);

        assertThat(end.lines()).singleElement().asString().contains("The disk is full");
        assertThat(end.status()).isEqualTo(1);
    }

    @Test
    void afterAKillTheNextStartRecoversByItself() throws Exception {
        var data = Map.of("QUTB_DATA", folder.resolve("data").toString());
        var first = start(data, List.of());
        awaitBlock(first);
        first.destroyForcibly().waitFor();

        var second = start(data, List.of());

        assertThat(awaitBlock(second)).contains("Qutb is ready");
    }

    @Test
    void aStopAskedForEndsCleanly() throws Exception {
        var process = start(Map.of("QUTB_DATA", folder.resolve("data").toString()), List.of());
        awaitBlock(process);

        process.destroy();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("data/postgres/data18/postmaster.pid")).doesNotExist();
    }

    @Test
    void aDatabaseKilledDuringUseIsStartedAgain() throws Exception {
        try (var server = EmbeddedPostgres.start(folder.resolve("killed"), 0, true)) {
            var pid = Long.parseLong(Files.readAllLines(folder.resolve("killed/data18/postmaster.pid"))
                    .getFirst());
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();

            long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!answers(server) && System.nanoTime() < until) {
                Thread.sleep(200);
            }

            assertThat(count(server)).isEqualTo(1);
        }
    }

    private static boolean answers(DatabaseServer server) {
        try {
            return count(server) == 1;
        } catch (Exception e) {
            return false;
        }
    }

    private static int count(DatabaseServer server) throws Exception {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select 1")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Map<String, String> external() {
        var server = TestDatabase.server();
        return Map.of(
                "QUTB_DB_URL", server.url(), "QUTB_DB_USER", server.user(), "QUTB_DB_PASSWORD", server.password());
    }

    private record End(int status, List<String> lines) {}

    private End run(Map<String, String> environment, String... arguments) throws Exception {
        return end(start(environment, List.of(), arguments));
    }

    private End run(Map<String, String> environment, List<String> prefix, String flag) throws Exception {
        return end(start(environment, prefix, flag));
    }

    private End end(Process process) throws Exception {
        var text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new End(process.exitValue(), text.lines().toList());
    }

    private Process start(Map<String, String> environment, List<String> prefix, String... arguments)
            throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Dqutb.postgres.binaries=" + System.getProperty("java.io.tmpdir") + "/qutb-postgres");
        for (var argument : arguments) {
            if (argument.startsWith("-D")) {
                command.add(argument);
            }
        }
        // The application's own classes and libraries, without those of the tests.
        command.addAll(List.of("-cp", applicationClasspath(), "ma.qutb.QutbApplication"));
        command.addAll(List.of(
                "--qutb.console=true",
                "--logging.threshold.console=off",
                "--logging.file.name=" + folder.resolve("qutb.log")));
        for (var argument : arguments) {
            if (!argument.startsWith("-D")) {
                command.add(argument);
            }
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("QUTB_PORT", "0");
        builder.environment().putAll(environment);
        var process = builder.start();
        started.add(process);
        return process;
    }

    private static String applicationClasspath() {
        return java.util.Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(it -> !it.endsWith("test-classes"))
                .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
    }

    private static String awaitBlock(Process process) throws IOException {
        var reader = process.inputReader();
        var text = new StringBuilder();
        String line;
        while ((line = reader.readLine()) != null) {
            text.append(line).append('\n');
            if (line.contains("Ctrl-C")) {
                return text.toString();
            }
        }
        return text.toString();
    }
}
