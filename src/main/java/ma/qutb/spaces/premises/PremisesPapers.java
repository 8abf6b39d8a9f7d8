package ma.qutb.spaces.premises;

import java.util.Optional;
import java.util.Set;
import ma.qutb.documents.FileFormat;
import ma.qutb.documents.FilePurpose;
import ma.qutb.documents.StoredFile;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.spaces.SpacesPermission.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Photos and papers of premises and of the meetings about them: whoever may see the place they belong to sees them. */
@Component
public class PremisesPapers implements FilePurpose {

    private final JdbcClient database;
    private final Territories territories;

    PremisesPapers(JdbcClient database, Territories territories) {
        this.database = database;
        this.territories = territories;
    }

    @Override
    public String code() {
        return "spaces.premises-paper";
    }

    @Override
    public Set<FileFormat> accepts() {
        return FileFormat.PAPERS;
    }

    @Override
    public boolean mayAdd(Actor actor) {
        return actor.may(Code.RECORD_PREMISES) || actor.may(Code.STEER_ROADMAP);
    }

    @Override
    public boolean maySee(StoredFile file, @Nullable Actor actor) {
        return actor != null
                && actor.may(Code.SEE_PREMISES)
                && database.sql("""
                        select territory_code from spaces.premises where id in (
                            select premises_id from spaces.premises_photo where file = :file
                            union select premises_id from spaces.premises_proposal where document = :file
                            union select premises_id from spaces.premises_step where document = :file
                            union select premises_id from spaces.premises_partner where document = :file)
                        union select territory_code from spaces.meeting where minutes_file = :file
                        """).param("file", file.id().value()).query(String.class).list().stream()
                        .anyMatch(it -> territories.covers(
                                actor.scopeOf(Code.SEE_PREMISES), Optional.of(new TerritoryCode(it))));
    }
}
