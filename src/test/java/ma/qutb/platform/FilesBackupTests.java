package ma.qutb.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import ma.qutb.documents.files.S3Server;
import ma.qutb.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** A backup holds the files wherever they are kept: a bucket of a server of another make, a folder of their own, the data folder. */
class FilesBackupTests {

    private static S3Server s3;

    @TempDir
    static Path objects;

    @TempDir
    Path folder;

    Map<String, byte[]> uploads;
    FilesElsewhere.Store bucket;
    FilesElsewhere.Store newBucket;
    DatabaseServer source;
    DatabaseServer target;

    @BeforeAll
    static void startTheServer() throws Exception {
        s3 = S3Server.start(objects);
    }

    @AfterAll
    static void stopTheServer() throws Exception {
        s3.close();
    }

    @BeforeEach
    void aBucketWithFiles() throws Exception {
        source = fresh("source_" + System.nanoTime());
        target = fresh("target_" + System.nanoTime());
        new ModuleMigrations(source, ModuleMigrations.modules()).run();
        bucket = elsewhere(bucket("qutb"));
        newBucket = elsewhere(bucket("qutb-new"));
        uploads = new TreeMap<>();
        for (int i = 0; i < 5; i++) {
            var content = ("صورة " + i + " ").repeat(1 + i * 100_000).getBytes(StandardCharsets.UTF_8);
            uploads.put(nameOf(content), content);
        }
        for (var upload : uploads.entrySet()) {
            bucket.put(upload.getKey(), new ByteArrayInputStream(upload.getValue()), upload.getValue().length);
        }
    }

    @Test
    void theFilesOfABucketAreInTheBackupAndComeBack() throws Exception {
        var backup = folder.resolve("all.qutb");
        Backup.write(source, folder.resolve("data"), Optional.of(bucket), backup);
        Restore.read(backup, target, folder.resolve("restored"), Optional.of(newBucket));

        assertThat(contents(newBucket)).containsExactlyInAnyOrderEntriesOf(digests());
    }

    @Test
    void theyCanMoveIntoTheDataFolderAndBack() throws Exception {
        var backup = folder.resolve("all.qutb");
        Backup.write(source, folder.resolve("data"), Optional.of(bucket), backup);
        Restore.read(backup, target, folder.resolve("restored"), Optional.empty());
        for (var upload : uploads.entrySet()) {
            assertThat(folder.resolve("restored/files").resolve(upload.getKey()))
                    .hasBinaryContent(upload.getValue());
        }

        var local = folder.resolve("local.qutb");
        var own = new MockEnvironment()
                .withProperty("qutb.files.folder", folder.resolve("own").toString());
        Backup.write(target, folder.resolve("restored"), Optional.empty(), local);
        var next = fresh("next_" + System.nanoTime());
        Restore.read(local, next, folder.resolve("again"), Optional.of(elsewhere(own)));
        assertThat(contents(elsewhere(own))).containsExactlyInAnyOrderEntriesOf(digests());
    }

    @Test
    void aFileThatWasAlteredIsNotTaken() throws Exception {
        var backup = folder.resolve("all.qutb");
        Backup.write(source, folder.resolve("data"), Optional.of(bucket), backup);
        var altered = altered(backup);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Restore.read(altered, target, folder.resolve("restored"), Optional.of(newBucket)))
                .withMessageContaining("not what was stored");
    }

    private Path altered(Path backup) throws IOException {
        var altered = folder.resolve("altered.qutb");
        try (var in = new ZipFile(backup.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(altered))) {
            for (var entry : in.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(in.getInputStream(entry).readAllBytes());
                if (entry.getName().startsWith("stored/")) {
                    out.write('!');
                }
            }
        }
        return altered;
    }

    private static MockEnvironment bucket(String name) {
        return new MockEnvironment()
                .withProperty("qutb.files.s3.endpoint", s3.address())
                .withProperty("qutb.files.s3.bucket", name)
                .withProperty("qutb.files.s3.access-key", "key")
                .withProperty("qutb.files.s3.secret-key", "secret")
                .withProperty("qutb.files.s3.region", "us-east-1");
    }

    private FilesElsewhere.Store elsewhere(MockEnvironment settings) {
        return Settings.filesElsewhere(settings, folder.resolve("data")).orElseThrow();
    }

    private Map<String, String> digests() {
        var digests = new TreeMap<String, String>();
        uploads.forEach((name, content) -> digests.put(name, name.substring(3)));
        return digests;
    }

    private static Map<String, String> contents(FilesElsewhere.Store store) throws IOException {
        var contents = new TreeMap<String, String>();
        store.each((name, content) -> contents.put(name, digest(content.readAllBytes())));
        return contents;
    }

    private static String nameOf(byte[] content) {
        return digest(content).substring(0, 2) + "/" + digest(content);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseServer fresh(String name) throws Exception {
        var server = TestDatabase.server();
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new DatabaseServer.External(
                server.url().replaceAll("/qutb$", "/" + name), server.user(), server.password());
    }
}
