package ma.qutb.market.making;

import java.util.Set;
import ma.qutb.documents.FileFormat;
import ma.qutb.documents.FilePurpose;
import ma.qutb.documents.StoredFile;
import ma.qutb.kernel.Actor;
import ma.qutb.market.MarketPermission.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Photos of pieces. Everybody sees those of the shop and of passports; staff and the maker see what is not in it yet. */
@Component
public class PiecePhotos implements FilePurpose {

    private final JdbcClient database;

    PiecePhotos(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return "market.piece-photo";
    }

    @Override
    public Set<FileFormat> accepts() {
        return FileFormat.PHOTOS;
    }

    @Override
    public boolean mayAdd(Actor actor) {
        return actor.may(Code.OFFER) && actor.person().isPresent() || actor.may(Code.ENTER) || actor.may(Code.INSPECT);
    }

    @Override
    public boolean maySee(StoredFile file, @Nullable Actor actor) {
        return inShop(file)
                || actor != null
                        && (actor.may(Code.SEE)
                                || actor.person().filter(it -> isOf(file, it)).isPresent());
    }

    private boolean inShop(StoredFile file) {
        return database.sql("""
                        select exists (select from market.photo f join market.shelf s on s.product_id = f.product_id where f.file_id = :file)
                            or exists (select from market.piece_photo f join market.passport t on t.piece_id = f.piece_id where f.file_id = :file)
                        """)
                .param("file", file.id().value())
                .query(Boolean.class)
                .single();
    }

    private boolean isOf(StoredFile file, java.util.UUID person) {
        return database.sql("""
                        select exists (select from market.photo f join market.product p on p.id = f.product_id
                                        where f.file_id = :file and p.maker_person = :person)
                        """)
                .param("file", file.id().value())
                .param("person", person)
                .query(Boolean.class)
                .single();
    }
}
