package ma.qutb.spaces.application;

import java.util.Set;
import java.util.UUID;
import ma.qutb.documents.FileFormat;
import ma.qutb.documents.FilePurpose;
import ma.qutb.documents.StoredFile;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.call.Calls;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Photos and scans of what applicants bring: for them, and for staff of the place of the site. */
@Component
class ApplicationPapers implements FilePurpose {

    private final JdbcClient database;
    private final Applications applications;
    private final Calls calls;
    private final Belonging belonging;

    ApplicationPapers(JdbcClient database, Applications applications, Calls calls, Belonging belonging) {
        this.database = database;
        this.applications = applications;
        this.calls = calls;
        this.belonging = belonging;
    }

    @Override
    public String code() {
        return "spaces.application-paper";
    }

    @Override
    public Set<FileFormat> accepts() {
        return FileFormat.PAPERS;
    }

    @Override
    public boolean mayAdd(Actor actor) {
        return actor.may(Code.TAKE_APPLICATIONS)
                || actor.may(Code.APPLY) && actor.person().isPresent();
    }

    @Override
    public boolean maySee(StoredFile file, @Nullable Actor actor) {
        return actor != null
                && database
                        .sql("select application_id from spaces.application_document where file_id = :file")
                        .param("file", file.id().value())
                        .query(UUID.class)
                        .list()
                        .stream()
                        .flatMap(it -> applications.find(new ApplicationId(it)).stream())
                        .anyMatch(it -> theirs(it, actor)
                                || calls.find(it.call(), actor, Code.SEE_APPLICATIONS)
                                        .isPresent()
                                || calls.find(it.call(), actor, Code.TAKE_APPLICATIONS)
                                        .isPresent());
    }

    private boolean theirs(Application it, Actor actor) {
        return actor.may(Code.APPLY)
                && actor.person()
                        .map(PersonId::new)
                        .filter(person -> belonging.behind(person).contains(it.applicant()))
                        .isPresent();
    }
}
