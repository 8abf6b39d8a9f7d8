package ma.qutb.market.certificate;

import java.util.Set;
import ma.qutb.documents.FileFormat;
import ma.qutb.documents.FilePurpose;
import ma.qutb.documents.StoredFile;
import ma.qutb.kernel.Actor;
import ma.qutb.market.MarketPermission.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The papers themselves: they name people, so only those who keep them read them. */
@Component
class CertificatePapers implements FilePurpose {

    @Override
    public String code() {
        return "market.certificate";
    }

    @Override
    public Set<FileFormat> accepts() {
        return FileFormat.PAPERS;
    }

    @Override
    public boolean mayAdd(Actor actor) {
        return actor.may(Code.KEEP_CERTIFICATES);
    }

    @Override
    public boolean maySee(StoredFile file, @Nullable Actor actor) {
        return actor != null && actor.may(Code.KEEP_CERTIFICATES);
    }
}
