package ma.qutb.market.commission;

import java.util.Set;
import ma.qutb.documents.FileFormat;
import ma.qutb.documents.FilePurpose;
import ma.qutb.documents.StoredFile;
import ma.qutb.kernel.Actor;
import ma.qutb.market.MarketPermission.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Photos of what is being made. The buyer has no account: whoever was given the address of one, on the page of the order, sees it. */
@Component
class ProgressPhotos implements FilePurpose {

    private final JdbcClient database;

    ProgressPhotos(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return "market.progress-photo";
    }

    @Override
    public Set<FileFormat> accepts() {
        return FileFormat.PHOTOS;
    }

    @Override
    public boolean mayAdd(Actor actor) {
        return actor.may(Code.OFFER) && actor.person().isPresent() || actor.may(Code.KEEP_ORDERS);
    }

    @Override
    public boolean maySee(StoredFile file, @Nullable Actor actor) {
        return database.sql("select exists (select from market.commission_photo where file_id = :file)")
                .param("file", file.id().value())
                .query(Boolean.class)
                .single();
    }
}
