package ma.qutb.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import ma.qutb.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same way for Qutb's own server and an external one: both are a {@link DatabaseServer} with an owner. */
class BackupTests {

    @TempDir
    Path folder;

    DatabaseServer source;
    DatabaseServer target;

    @BeforeEach
    void twoDatabases() throws Exception {
        source = fresh("source_" + System.nanoTime());
        target = fresh("target_" + System.nanoTime());
        new ModuleMigrations(source, ModuleMigrations.modules()).run();
        try (var connection = open(source);
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into identity.audit_entry (actor, address, request, action, subject, subject_id, after)
                    select 'test', '::1', '', 'insert', 'test.row', n::text, jsonb_build_object('name', 'فاطمة أوعلا ' || n, 'line', E'a\\tb\\nc')
                    from generate_series(1, 5000) n""");
        }
        Files.createDirectories(folder.resolve("data/files/ab"));
        Files.writeString(folder.resolve("data/files/ab/photo"), "photo");
        Files.createDirectories(folder.resolve("data/logs"));
        Files.writeString(folder.resolve("data/logs/qutb.log"), "log");
    }

    @Test
    void aRestoreGivesTheSameRowsInEveryTable() throws Exception {
        var backup = folder.resolve("all.qutb");
        Backup.write(source, folder.resolve("data"), Optional.empty(), backup);

        Restore.read(backup, target, folder.resolve("restored"), Optional.empty());

        assertThat(prints(target)).isEqualTo(prints(source)).containsKey("identity.audit_entry");
        assertThat(folder.resolve("restored/files/ab/photo")).hasContent("photo");
        assertThat(folder.resolve("restored/logs")).doesNotExist();
    }

    @Test
    void newRowsAfterARestoreTakeNewNumbers() throws Exception {
        var backup = folder.resolve("all.qutb");
        Backup.write(source, folder.resolve("data"), Optional.empty(), backup);
        Restore.read(backup, target, folder.resolve("restored"), Optional.empty());

        try (var connection = open(target);
                var statement = connection.createStatement()) {
            statement.execute("insert into identity.audit_entry (actor, address, request, action, subject, subject_id) "
                    + "values ('test', '', '', 'insert', 'test.row', 'next')");
        }

        assertThat(prints(target).get("identity.audit_entry").rows())
                .isEqualTo(prints(source).get("identity.audit_entry").rows() + 1);
    }

    @Test
    void aDatabaseThatHoldsSomethingIsNotOverwritten() throws Exception {
        var backup = folder.resolve("all.qutb");
        Backup.write(source, folder.resolve("data"), Optional.empty(), backup);

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> Restore.read(backup, source, folder.resolve("restored"), Optional.empty()))
                .withMessage("platform.restore.not-empty");
    }

    @Test
    void aBackupWhoseRowsWereAlteredIsNotTaken() throws Exception {
        var backup = folder.resolve("all.qutb");
        Backup.write(source, folder.resolve("data"), Optional.empty(), backup);
        var altered = alter(backup, "tables/identity.audit_entry", "أوعلا 17", "أوعلا 71");

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> Restore.read(altered, target, folder.resolve("restored"), Optional.empty()))
                .withMessage("platform.restore.differs");
    }

    private Path alter(Path backup, String name, String from, String to) throws Exception {
        var altered = folder.resolve("altered.qutb");
        try (var in = new ZipFile(backup.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(altered))) {
            for (var entry : in.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                var bytes = in.getInputStream(entry).readAllBytes();
                out.write(
                        entry.getName().equals(name)
                                ? new String(bytes, StandardCharsets.UTF_8)
                                        .replaceFirst(from, to)
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
        }
        return altered;
    }

    private static Map<String, Tables.Print> prints(DatabaseServer server) throws SQLException {
        var prints = new TreeMap<String, Tables.Print>();
        try (var connection = open(server)) {
            Tables.fixForms(connection);
            for (var table : Tables.of(connection, ModuleMigrations.modules())) {
                prints.put(table.qualified(), Tables.print(connection, table));
            }
        }
        return prints;
    }

    private static Connection open(DatabaseServer server) throws SQLException {
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }

    private static DatabaseServer fresh(String name) throws SQLException {
        var server = TestDatabase.server();
        try (var connection = open(server);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new DatabaseServer.External(
                server.url().replaceAll("/qutb$", "/" + name), server.user(), server.password());
    }
}
