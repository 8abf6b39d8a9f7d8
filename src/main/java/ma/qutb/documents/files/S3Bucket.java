package ma.qutb.documents.files;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import ma.qutb.documents.FileStore;
import ma.qutb.platform.FilesElsewhere;

/** Files in a bucket of any store that speaks S3, shared by all nodes. */
class S3Bucket implements FileStore, FilesElsewhere.Store {

    private final MinioClient client;
    private final String bucket;

    S3Bucket(FileProperties.S3 settings) {
        var builder = MinioClient.builder()
                .endpoint(settings.endpoint())
                .credentials(settings.accessKey(), settings.secretKey());
        if (!settings.region().isEmpty()) {
            builder.region(settings.region());
        }
        client = builder.build();
        bucket = settings.bucket();
    }

    @Override
    public String put(byte[] content) {
        var digest = Digest.of(content);
        try {
            // The same digest is the same content: writing it again changes nothing.
            client.putObject(PutObjectArgs.builder().bucket(bucket).object(key(digest)).stream(
                            new ByteArrayInputStream(content), (long) content.length, -1L)
                    .contentType("application/octet-stream")
                    .build());
            return digest;
        } catch (MinioException e) {
            throw new UncheckedIOException(new IOException("The file store did not take a file", e));
        }
    }

    @Override
    public byte[] read(String sha256) {
        try (var object = client.getObject(
                GetObjectArgs.builder().bucket(bucket).object(key(sha256)).build())) {
            var content = object.readAllBytes();
            if (!Digest.of(content).equals(sha256)) {
                throw new IOException("The file is not what was stored: " + sha256);
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MinioException e) {
            throw new UncheckedIOException(new IOException("The file store did not give a file", e));
        }
    }

    @Override
    public void remove(String sha256) {
        try {
            client.removeObject(RemoveObjectArgs.builder()
                    .bucket(bucket)
                    .object(key(sha256))
                    .build());
        } catch (MinioException e) {
            throw new UncheckedIOException(new IOException("The file store did not remove a file", e));
        }
    }

    @Override
    public void each(FilesElsewhere.Visitor visitor) throws IOException {
        try {
            // Read page by page, however many there are; what others keep in the bucket is theirs.
            for (var found : client.listObjects(
                    ListObjectsArgs.builder().bucket(bucket).recursive(true).build())) {
                var name = found.get().objectName();
                if (Digest.isPath(name)) {
                    try (var content = client.getObject(
                            GetObjectArgs.builder().bucket(bucket).object(name).build())) {
                        visitor.file(name, content);
                    }
                }
            }
        } catch (MinioException e) {
            throw new IOException("The file store did not give its files", e);
        }
    }

    @Override
    public void put(String name, InputStream content, long size) throws IOException {
        if (!Digest.isPath(name)) {
            return;
        }
        var checked = Digest.reading(content);
        try {
            client.putObject(PutObjectArgs.builder().bucket(bucket).object(name).stream(checked, size, -1L)
                    .contentType("application/octet-stream")
                    .build());
            if (!Digest.isOf(name, checked)) {
                remove(Digest.in(name));
                throw new IOException("The file is not what was stored: " + name);
            }
        } catch (MinioException e) {
            throw new IOException("The file store did not take a file", e);
        }
    }

    private static String key(String sha256) {
        return sha256.substring(0, 2) + "/" + sha256;
    }
}
