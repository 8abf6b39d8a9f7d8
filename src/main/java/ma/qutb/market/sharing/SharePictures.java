package ma.qutb.market.sharing;

import java.util.Optional;
import ma.qutb.documents.FileStore;
import ma.qutb.kernel.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Keeps each picture once it was drawn. */
@Service
public class SharePictures {

    private final DrawingSharePictures drawing;
    private final FileStore store;
    private final JdbcClient database;

    SharePictures(DrawingSharePictures drawing, FileStore store, JdbcClient database) {
        this.drawing = drawing;
        this.store = store;
        this.database = database;
    }

    /** The picture with this print, if it was drawn. */
    public Optional<byte[]> kept(long number, Language language, String print) {
        return database.sql(
                        "select sha256 from market.share_picture where number = :number and language = :language and print = :print")
                .param("number", number)
                .param("language", language.code())
                .param("print", print)
                .query(String.class)
                .optional()
                .map(store::read);
    }

    /** Draws it now, in place of the one before. */
    public byte[] draw(Shared shared) {
        var picture = drawing.draw(shared);
        database.sql("""
            insert into market.share_picture (number, language, print, sha256) values (:number, :language, :print, :sha256)
            on conflict on constraint share_picture_pk do update set print = excluded.print, sha256 = excluded.sha256
            """)
                .param("number", shared.number())
                .param("language", shared.language().code())
                .param("print", shared.print())
                .param("sha256", store.put(picture))
                .update();
        return picture;
    }
}
