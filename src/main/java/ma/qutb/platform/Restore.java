package ma.qutb.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;

/** Brings a {@link Backup} back into an empty database and an empty data folder, and proves that every table is the same. */
final class Restore {

    /** Where uploads stand in the data folder when they have no store of their own. */
    private static final String UPLOADS = "files/";

    private final Map<String, String> manifest = new LinkedHashMap<>();
    private final ZipFile zip;

    private Restore(ZipFile zip) throws IOException {
        this.zip = zip;
        try (var in = zip.getInputStream(entry("manifest"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int sign = line.indexOf('=');
                manifest.put(line.substring(0, sign), line.substring(sign + 1));
            });
        }
    }

    /** Restores and answers the number of rows; refuses a database that already holds Qutb's tables. */
    static long read(Path file, DatabaseServer server, Path dataFolder, Optional<FilesElsewhere.Store> elsewhere)
            throws IOException, SQLException {
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            return new Restore(zip).into(server, dataFolder, elsewhere);
        }
    }

    private long into(DatabaseServer server, Path dataFolder, Optional<FilesElsewhere.Store> elsewhere)
            throws IOException, SQLException {
        refuseWhatIsNotEmpty(server);
        new ModuleMigrations(server, ModuleMigrations.modules()).upTo(part("version."));
        long rows = 0;
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            connection.setAutoCommit(false);
            Tables.fixForms(connection);
            var tables = Tables.of(connection, ModuleMigrations.modules()).stream()
                    .filter(it -> manifest.containsKey("table." + it.qualified()))
                    .toList();
            var references = Tables.references(connection, ModuleMigrations.modules());
            for (var reference : references) {
                execute(connection, "alter table " + reference.table() + " drop constraint " + reference.name());
            }
            for (var table : tables) {
                rows += load(connection, table);
            }
            for (var reference : references) {
                execute(
                        connection,
                        "alter table " + reference.table() + " add constraint " + reference.name() + " "
                                + reference.definition());
            }
            for (var sequence : part("sequence.").entrySet()) {
                execute(
                        connection,
                        "select setval('" + sequence.getKey() + "', " + Long.parseLong(sequence.getValue()) + ")");
            }
            prove(connection, tables);
            connection.commit();
        }
        readFiles(dataFolder, elsewhere);
        return rows;
    }

    private static void refuseWhatIsNotEmpty(DatabaseServer server) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement();
                var found = statement.executeQuery("select from pg_namespace where nspname in ('"
                        + String.join("','", ModuleMigrations.modules()) + "')")) {
            if (found.next()) {
                throw new StartFailure("platform.restore.not-empty");
            }
        }
    }

    private long load(Connection connection, Tables.Table table) throws IOException, SQLException {
        // The rows are history: they are neither checked by triggers again nor written into the trail again.
        execute(connection, "alter table " + table.qualified() + " disable trigger user");
        execute(connection, "delete from " + table.qualified());
        var columns = manifest.get("columns." + table.qualified());
        long rows;
        try (var in = zip.getInputStream(entry("tables/" + table.qualified()))) {
            rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s (%s) from stdin".formatted(table.qualified(), columns), in);
        }
        execute(connection, "alter table " + table.qualified() + " enable trigger user");
        return rows;
    }

    private void prove(Connection connection, List<Tables.Table> tables) throws SQLException {
        for (var table : tables) {
            var print = Tables.print(connection, table);
            if (!(print.rows() + " " + print.checksum()).equals(manifest.get("table." + table.qualified()))) {
                throw new StartFailure("platform.restore.differs", table.qualified());
            }
        }
    }

    /** Uploads go to where uploads are kept now, which may be another place than when the backup was made. */
    private void readFiles(Path dataFolder, Optional<FilesElsewhere.Store> elsewhere) throws IOException {
        for (var entry : zip.stream().filter(it -> !it.isDirectory()).toList()) {
            var name = entry.getName();
            var upload = name.startsWith(Backup.STORED)
                    ? name.substring(Backup.STORED.length())
                    : name.startsWith("files/" + UPLOADS) ? name.substring("files/".length() + UPLOADS.length()) : null;
            if (upload != null && elsewhere.isPresent()) {
                try (var in = zip.getInputStream(entry)) {
                    elsewhere.get().put(upload, in, entry.getSize());
                }
            } else if (upload != null) {
                readFile(dataFolder, UPLOADS + upload, entry);
            } else if (name.startsWith("files/")) {
                readFile(dataFolder, name.substring("files/".length()), entry);
            }
        }
    }

    private void readFile(Path dataFolder, String name, ZipEntry entry) throws IOException {
        var target = dataFolder.resolve(name).normalize();
        if (!target.startsWith(dataFolder.normalize())) {
            throw new IOException("unsafe name in the backup: " + entry.getName());
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
    }

    private Map<String, String> part(String prefix) {
        Map<String, String> part = new LinkedHashMap<>();
        manifest.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                part.put(key.substring(prefix.length()), value);
            }
        });
        return part;
    }

    private ZipEntry entry(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("this is not a whole Qutb backup: it has no " + name);
        }
        return entry;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
