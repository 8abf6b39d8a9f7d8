package ma.qutb.spaces.award;

import java.util.Set;
import java.util.UUID;
import ma.qutb.documents.FileFormat;
import ma.qutb.documents.FilePurpose;
import ma.qutb.documents.StoredFile;
import ma.qutb.kernel.Actor;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.call.Calls;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Papers sent with an appeal: seen by whoever sees the results of its call, and by whoever sent them. */
@Component
class AppealPapers implements FilePurpose {

    private final JdbcClient database;
    private final Calls calls;

    AppealPapers(JdbcClient database, Calls calls) {
        this.database = database;
        this.calls = calls;
    }

    @Override
    public String code() {
        return "spaces.appeal";
    }

    @Override
    public Set<FileFormat> accepts() {
        return FileFormat.PAPERS;
    }

    @Override
    public boolean mayAdd(Actor actor) {
        return actor.may(Code.FOLLOW) || actor.may(Code.ALLOCATE);
    }

    @Override
    public boolean maySee(StoredFile file, @Nullable Actor actor) {
        return actor != null
                && actor.may(Code.SEE_AWARDS)
                && database
                        .sql("select call_id from spaces.appeal where file_id = :file")
                        .param("file", file.id().value())
                        .query(UUID.class)
                        .list()
                        .stream()
                        .anyMatch(it -> calls.find(new CallId(it), actor, Code.SEE_AWARDS)
                                .isPresent());
    }
}
