package ma.qutb.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers rows by what stood in them, so that a file that comes twice changes nothing. */
@Repository
class KnownRows {

    /** 128 bits: rows of all imports together will never meet by chance. */
    record Print(long high, long low) {

        static Print of(ImportRow row) {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                new TreeMap<>(row.cells()).forEach((key, value) -> {
                    digest.update(key.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                    digest.update(value.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 1);
                });
                var bytes = java.nio.ByteBuffer.wrap(digest.digest());
                return new Print(bytes.getLong(), bytes.getLong());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        static Print of(byte... bytes) {
            var buffer = java.nio.ByteBuffer.wrap(bytes);
            return new Print(buffer.getLong(), buffer.getLong());
        }

        byte[] bytes() {
            return java.nio.ByteBuffer.allocate(16).putLong(high).putLong(low).array();
        }
    }

    private final JdbcClient database;
    private final JdbcTemplate batches;

    KnownRows(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    Set<Print> among(String kind, List<Print> prints) {
        var known = new HashSet<Print>();
        database.sql("select digest from importing.imported_row where kind = :kind and digest = any(:digests)")
                .param("kind", kind)
                .param("digests", prints.stream().map(Print::bytes).toArray(byte[][]::new))
                .query(byte[].class)
                .list()
                .forEach(it -> known.add(Print.of(it)));
        return known;
    }

    void add(String kind, UUID job, List<Print> prints) {
        var values = new ArrayList<Object[]>();
        prints.forEach(it -> values.add(new Object[] {kind, it.bytes(), job}));
        batches.batchUpdate(
                "insert into importing.imported_row (kind, digest, job) values (?, ?, ?) on conflict do nothing",
                values);
    }
}
