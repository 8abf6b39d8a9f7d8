package ma.qutb.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * One file that holds everything: each table as it stood at one moment, with its row count and checksum, the positions
 * of the sequences, and the rest of the data folder (photos, documents, the key that opens the identity numbers), wherever the files are kept. Made
 * while Qutb runs; the same for its own PostgreSQL and for an external one.
 */
final class Backup {

    /** Folders of the data folder that are not part of a backup: the database itself, and what can be made again. */
    private static final List<String> LEFT_OUT = List.of("postgres", "logs");

    /** What the names of files kept outside the data folder begin with. */
    static final String STORED = "stored/";

    private Backup() {}

    /** Writes the backup and answers the number of rows in it. The file appears under its name only when it is whole. */
    static long write(DatabaseServer server, Path dataFolder, Optional<FilesElsewhere.Store> elsewhere, Path file)
            throws IOException, SQLException {
        var unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        // It holds personal data and the key to them: nobody else on the machine may read it.
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        long rows;
        try (var zip = new ZipOutputStream(Files.newOutputStream(unfinished), StandardCharsets.UTF_8);
                var connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            rows = writeTables(connection, zip);
            writeFiles(dataFolder, zip);
            if (elsewhere.isPresent()) {
                elsewhere.get().each((name, content) -> {
                    zip.putNextEntry(new ZipEntry(STORED + name));
                    content.transferTo(zip);
                    zip.closeEntry();
                });
            }
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return rows;
    }

    private static long writeTables(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        // One moment for all tables, however long the writing takes.
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        Tables.fixForms(connection);
        var manifest = new TreeMap<String, String>();
        var modules = ModuleMigrations.modules();
        manifest.putAll(versions(connection, modules));
        manifest.putAll(sequences(connection, modules));
        long rows = 0;
        for (var table : Tables.of(connection, modules)) {
            var print = Tables.print(connection, table);
            rows += print.rows();
            manifest.put("table." + table.qualified(), print.rows() + " " + print.checksum());
            manifest.put("columns." + table.qualified(), table.columnList());
            zip.putNextEntry(new ZipEntry("tables/" + table.qualified()));
            copyOut(connection, table, zip);
            zip.closeEntry();
        }
        zip.putNextEntry(new ZipEntry("manifest"));
        for (var entry : manifest.entrySet()) {
            zip.write((entry.getKey() + "=" + entry.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
        connection.rollback();
        return rows;
    }

    private static void copyOut(Connection connection, Tables.Table table, OutputStream target)
            throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy %s (%s) to stdout".formatted(table.qualified(), table.columnList()), target);
    }

    private static Map<String, String> versions(Connection connection, List<String> modules) throws SQLException {
        var versions = new TreeMap<String, String>();
        for (var module : modules) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select version from " + module
                                    + ".migration where success and version is not null order by installed_rank desc limit 1")) {
                if (row.next()) {
                    versions.put("version." + module, row.getString(1));
                }
            }
        }
        return versions;
    }

    private static Map<String, String> sequences(Connection connection, List<String> modules) throws SQLException {
        var sequences = new TreeMap<String, String>();
        try (var ask = connection.prepareStatement("""
                select schemaname || '.' || sequencename, last_value from pg_sequences
                where schemaname = any (?) and last_value is not null""")) {
            ask.setArray(1, connection.createArrayOf("text", modules.toArray()));
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    sequences.put("sequence." + rows.getString(1), rows.getString(2));
                }
            }
        }
        return sequences;
    }

    private static void writeFiles(Path dataFolder, ZipOutputStream zip) throws IOException {
        if (!Files.isDirectory(dataFolder)) {
            return;
        }
        try (var tree = Files.walk(dataFolder)) {
            for (var file : tree.filter(Files::isRegularFile).toList()) {
                var name = dataFolder.relativize(file);
                if (!LEFT_OUT.contains(name.getName(0).toString())
                        && !name.toString().endsWith(".part")) {
                    zip.putNextEntry(new ZipEntry("files/" + name.toString().replace('\\', '/')));
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
        }
    }
}
