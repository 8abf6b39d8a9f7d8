package ma.qutb.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A private PostgreSQL for one Qutb: durable, protected by a password, reachable from this machine only, and able to
 * start again after either process was killed.
 */
public final class EmbeddedPostgres implements DatabaseServer {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String DATABASE = "qutb";
    private static final String USER = "qutb";

    private final Path home;
    private final Path data;
    private final Path binaries;
    private final int port;
    private final String password;
    private final List<String> prefix;
    private final FileChannel lockFile;
    private final String options;
    private final Thread keeper;
    private volatile boolean closing;

    /**
     * Starts the server, making it first if need be.
     *
     * @param home its folder; a second Qutb on the same folder is refused
     * @param port 0 for any free one
     * @param durable false only in tests
     */
    public static EmbeddedPostgres start(Path home, int port, boolean durable) {
        try {
            return new EmbeddedPostgres(home, port, durable);
        } catch (IOException e) {
            throw String.valueOf(e.getMessage()).contains("No space left on device")
                    ? new StartFailure(e, "platform.start.disk-full")
                    : new StartFailure(e, "platform.start.database-did-not-start", home, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL was starting", e);
        }
    }

    /** The server another process runs in this folder, to read from beside it. */
    static Optional<DatabaseServer> running(Path home) {
        try (var channel = FileChannel.open(
                Files.createDirectories(home).resolve("qutb.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            var lock = channel.tryLock();
            var pidFile = home.resolve("data18").resolve("postmaster.pid");
            if (lock != null || !Files.exists(pidFile)) {
                return Optional.empty();
            }
            // Line 4 of postmaster.pid is the port.
            var port = Files.readAllLines(pidFile).get(3).strip();
            return Optional.of(new External(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE,
                    USER,
                    Files.readString(home.resolve("password")).strip()));
        } catch (IOException e) {
            throw new StartFailure(e, "platform.start.database-did-not-start", home, e.getMessage());
        }
    }

    private EmbeddedPostgres(Path folder, int wantedPort, boolean durable) throws IOException, InterruptedException {
        home = Files.createDirectories(folder.toAbsolutePath());
        lockFile = FileChannel.open(home.resolve("qutb.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock();
        binaries = PostgresBinaries.unpacked(home);
        data = home.resolve("data18");
        prefix = prefix();
        password = password();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            create(durable);
        }
        stopLeftOver();
        port = wantedPort == 0 ? freePort() : wantedPort;
        options = options(durable);
        startServer();
        createDatabase();
        keeper = Thread.ofVirtual().name("postgres-keeper").start(this::keepRunning);
        log.info("PostgreSQL ready on port {}", port);
    }

    @Override
    public String url() {
        return urlOf(DATABASE);
    }

    @Override
    public String user() {
        return USER;
    }

    @Override
    public String password() {
        try {
            var file = home.resolve("password");
            if (!Files.exists(file)) {
                var secret = new byte[24];
                new SecureRandom().nextBytes(secret);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closing = true;
        keeper.interrupt();
        try {
            run(60, "pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop");
        } catch (IOException e) {
            log.warn("PostgreSQL was already gone: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            try {
                lockFile.close();
            } catch (IOException e) {
                log.warn("could not release the lock of {}", home, e);
            }
        }
    }

    private void startServer() throws IOException, InterruptedException {
        var serverLog = home.resolve("postgres.log");
        try {
            run(
                    60,
                    "pg_ctl",
                    "-D",
                    data.toString(),
                    "-l",
                    serverLog.toString(),
                    "-w",
                    "-t",
                    "60",
                    "-o",
                    options,
                    "start");
        } catch (IOException e) {
            // pg_ctl says only "could not start server"; the reason stands in the server's own log.
            var lines = Files.exists(serverLog) ? Files.readAllLines(serverLog) : List.<String>of();
            throw new IOException(String.join(" | ", lines.subList(Math.max(0, lines.size() - 4), lines.size())), e);
        }
    }

    /** A server that dies during use (killed, out of memory) is started again; the pool reconnects by itself. */
    private void keepRunning() {
        while (!closing) {
            try {
                Thread.sleep(1000);
                if (!alive() && !closing) {
                    log.warn("PostgreSQL is gone; starting it again");
                    startServer();
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException e) {
                log.error("PostgreSQL does not start again: {}", e.getMessage());
            }
        }
    }

    private boolean alive() throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        return Files.exists(pidFile)
                && ProcessHandle.of(Long.parseLong(
                                Files.readAllLines(pidFile).getFirst().strip()))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }

    private void lock() throws IOException {
        FileLock lock;
        try {
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            lockFile.close();
            throw new StartFailure("platform.start.folder-in-use", home);
        }
    }

    private String urlOf(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void create(boolean durable) throws IOException, InterruptedException {
        var fresh = home.resolve("data18.new");
        PostgresBinaries.deleteTree(fresh);
        // The builtin C.UTF-8 locale: with plain C, pg_trgm finds no trigram in Arabic, silently.
        run(
                120,
                "initdb",
                "-D",
                fresh.toString(),
                "-U",
                USER,
                "--pwfile=" + home.resolve("password"),
                "-A",
                "scram-sha-256",
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C.UTF-8",
                durable ? "--data-checksums" : "--no-sync");
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private String options(boolean durable) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        // In tests several applications stay alive on one server, each with its pool.
        settings.put("max_connections", durable ? "60" : "300");
        settings.put("shared_buffers", "256MB");
        // A long import writes more than a gigabyte, and no checkpoint should stop it halfway.
        settings.put("max_wal_size", "3GB");
        settings.put("wal_keep_size", "1GB");
        settings.put("shared_preload_libraries", "pg_stat_statements");
        settings.put("timezone", "UTC");
        if (!durable) {
            settings.put("fsync", "off");
            settings.put("synchronous_commit", "off");
            settings.put("full_page_writes", "off");
        }
        var options = new ArrayList<>(List.of("-p", String.valueOf(port)));
        settings.forEach((name, value) -> options.addAll(List.of("-c", name + "=" + value)));
        return String.join(" ", options);
    }

    private void createDatabase() throws IOException {
        try (var connection = DriverManager.getConnection(urlOf("postgres"), USER, password);
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        } catch (SQLException e) {
            throw new IOException("PostgreSQL answers, but its database could not be made: " + e.getMessage(), e);
        }
    }

    /** A killed Java process leaves its PostgreSQL alive; it must let go of the folder first. */
    private void stopLeftOver() throws IOException, InterruptedException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        boolean postgres = ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("postgres"))
                .isPresent();
        if (postgres) {
            log.warn("stopping a PostgreSQL left over by a killed process (pid {})", pid);
            run(60, "pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop");
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody. */
    private List<String> prefix() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(home.resolve("qutb.lock"), "unix:uid"))
                        && "root".equals(System.getProperty("user.name"))
                ? List.of("unshare", "-U")
                : List.of();
    }

    private void run(int seconds, String tool, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(prefix);
        command.add(binaries.resolve("bin").resolve(tool).toString());
        command.addAll(List.of(arguments));
        var output = Files.createTempFile("qutb-postgres", ".log");
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(tool + " did not finish within " + seconds + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException(
                        tool + " failed: " + Files.readString(output).strip());
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
