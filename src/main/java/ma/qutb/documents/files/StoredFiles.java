package ma.qutb.documents.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.documents.FileFormat;
import ma.qutb.documents.FileId;
import ma.qutb.documents.StoredFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of stored files; rows are only added. */
@Repository
class StoredFiles {

    private final JdbcClient db;

    StoredFiles(JdbcClient db) {
        this.db = db;
    }

    void add(StoredFile file) {
        db.sql("""
                insert into documents.stored_file
                    (id, purpose, name, format, size, sha256, width, height, uploaded_at, uploaded_by)
                values (:id, :purpose, :name, :format, :size, :sha256, :width, :height, :uploadedAt, :uploadedBy)
                """)
                .param("id", file.id().value())
                .param("purpose", file.purpose())
                .param("name", file.name())
                .param("format", file.format().name())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .param("width", file.width())
                .param("height", file.height())
                .param("uploadedAt", OffsetDateTime.ofInstant(file.uploadedAt(), ZoneOffset.UTC))
                .param("uploadedBy", file.uploadedBy())
                .update();
    }

    void addThumbnail(FileId file, int width, String sha256, int size) {
        db.sql(
                        "insert into documents.stored_thumbnail (file, width, sha256, size) values (:file, :width, :sha256, :size)")
                .param("file", file.value())
                .param("width", width)
                .param("sha256", sha256)
                .param("size", size)
                .update();
    }

    Optional<StoredFile> byId(FileId id) {
        return db.sql("select * from documents.stored_file where id = :id")
                .param("id", id.value())
                .query(StoredFiles::read)
                .optional();
    }

    Optional<String> thumbnail(FileId file, int width) {
        return db.sql("select sha256 from documents.stored_thumbnail where file = :file and width = :width")
                .param("file", file.value())
                .param("width", width)
                .query(String.class)
                .optional();
    }

    private static StoredFile read(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                new FileId(row.getObject("id", UUID.class)),
                row.getString("purpose"),
                row.getString("name"),
                FileFormat.valueOf(row.getString("format")),
                row.getInt("size"),
                row.getString("sha256"),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getObject("uploaded_by", UUID.class));
    }
}
