package ma.qutb.platform;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs, unpacked from the archive that travels inside Qutb. */
final class PostgresBinaries {

    private static final String VERSION = "18.6.0";

    private PostgresBinaries() {}

    /**
     * The folder that holds {@code bin/postgres}, unpacked on first use and put in place by one rename, so that half an
     * archive is never taken for a whole one. {@code qutb.postgres.binaries} names a folder shared by several homes.
     */
    static Path unpacked(Path home) throws IOException {
        var parent = Path.of(System.getProperty("qutb.postgres.binaries", home.toString()));
        var folder = Files.createDirectories(parent).resolve("postgres-" + VERSION);
        if (Files.exists(folder.resolve("bin"))) {
            return folder;
        }
        var fresh = Files.createTempDirectory(parent, "unpacking");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        unpack(fresh);
        try {
            return Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            return takeTheirs(fresh, folder, e);
        } catch (FileSystemException e) {
            return takeTheirs(fresh, folder, e);
        }
    }

    /** Somebody else unpacked the same archive at the same moment. */
    private static Path takeTheirs(Path fresh, Path folder, IOException e) throws IOException {
        deleteTree(fresh);
        if (Files.exists(folder.resolve("bin"))) {
            return folder;
        }
        throw e;
    }

    private static void unpack(Path target) throws IOException {
        var name = "/postgres-linux-%s.txz"
                .formatted(System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64");
        try (var archive = PostgresBinaries.class.getResourceAsStream(name)) {
            if (archive == null) {
                throw new IOException("this Qutb carries no PostgreSQL for " + name + "; set QUTB_DB_URL");
            }
            try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(tar, entry, target);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        var file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("unsafe name in the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var tree = Files.walk(root)) {
            for (var file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
