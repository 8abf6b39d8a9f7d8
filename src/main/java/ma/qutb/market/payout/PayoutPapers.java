package ma.qutb.market.payout;

import java.util.Set;
import ma.qutb.documents.FileFormat;
import ma.qutb.documents.FilePurpose;
import ma.qutb.documents.StoredFile;
import ma.qutb.kernel.Actor;
import ma.qutb.market.MarketPermission.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The signed papers of payouts: for those who pay, and for the maker who signed. */
@Component
class PayoutPapers implements FilePurpose {

    private final JdbcClient database;

    PayoutPapers(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return "market.payout-receipt";
    }

    @Override
    public Set<FileFormat> accepts() {
        return FileFormat.PAPERS;
    }

    @Override
    public boolean mayAdd(Actor actor) {
        return actor.may(Code.PAY_OUT);
    }

    @Override
    public boolean maySee(StoredFile file, @Nullable Actor actor) {
        return actor != null
                && (actor.may(Code.PAY_OUT)
                        || actor.person()
                                .filter(it -> database.sql(
                                                "select exists (select from market.payout where receipt_file = :file and maker_id = :maker)")
                                        .param("file", file.id().value())
                                        .param("maker", it)
                                        .query(Boolean.class)
                                        .single())
                                .isPresent());
    }
}
