package ma.qutb.documents.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import ma.qutb.documents.FileStore;
import ma.qutb.platform.FilesElsewhere;

/** Files on the local disk: {@code <folder>/ab/abcdef…}. A file is either there whole or not at all, whatever happens. */
class LocalFolder implements FileStore, FilesElsewhere.Store {

    private final Path folder;

    LocalFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public String put(byte[] content) {
        var digest = Digest.of(content);
        var place = place(digest);
        try {
            if (!Files.exists(place)) {
                Files.createDirectories(place.getParent());
                var beside = Files.createTempFile(place.getParent(), ".writing-", "");
                try {
                    writeThrough(beside, content);
                    Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(beside);
                }
            }
            return digest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(String sha256) {
        try {
            var content = Files.readAllBytes(place(sha256));
            if (!Digest.of(content).equals(sha256)) {
                throw new IOException("The file is not what was stored: " + sha256);
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(String sha256) {
        try {
            Files.deleteIfExists(place(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void each(FilesElsewhere.Visitor visitor) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var tree = Files.walk(folder)) {
            for (var files = tree.filter(Files::isRegularFile).iterator(); files.hasNext(); ) {
                var file = files.next();
                var name = folder.relativize(file).toString().replace('\\', '/');
                if (Digest.isPath(name)) {
                    try (var content = Files.newInputStream(file)) {
                        visitor.file(name, content);
                    }
                }
            }
        }
    }

    @Override
    public void put(String name, InputStream content, long size) throws IOException {
        if (!Digest.isPath(name)) {
            return;
        }
        var place = place(Digest.in(name));
        Files.createDirectories(place.getParent());
        var beside = Files.createTempFile(place.getParent(), ".writing-", "");
        try {
            var checked = Digest.reading(content);
            Files.copy(checked, beside, StandardCopyOption.REPLACE_EXISTING);
            if (!Digest.isOf(name, checked)) {
                throw new IOException("The file is not what was stored: " + name);
            }
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private Path place(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a digest: " + sha256);
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Returns once the bytes are on the disk, not only in the memory of the system. */
    private static void writeThrough(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
