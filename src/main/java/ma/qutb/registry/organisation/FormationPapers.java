package ma.qutb.registry.organisation;

import java.util.Optional;
import java.util.Set;
import ma.qutb.documents.FileFormat;
import ma.qutb.documents.FilePurpose;
import ma.qutb.documents.StoredFile;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Scans of what each step of a formation left on paper; seen by whoever may see the cooperative. */
@Component
public class FormationPapers implements FilePurpose {

    private final JdbcClient database;
    private final Territories territories;

    FormationPapers(JdbcClient database, Territories territories) {
        this.database = database;
        this.territories = territories;
    }

    @Override
    public String code() {
        return "registry.formation-paper";
    }

    @Override
    public Set<FileFormat> accepts() {
        return FileFormat.PAPERS;
    }

    @Override
    public boolean mayAdd(Actor actor) {
        return actor.may(Code.FORM_COOPERATIVES);
    }

    @Override
    public boolean maySee(StoredFile file, @Nullable Actor actor) {
        return actor != null
                && actor.may(Code.SEE_ORGANISATIONS)
                && database
                        .sql("""
                                select o.territory_code from registry.formation_step s
                                join registry.organisation o on o.id = s.organisation_id where s.document = :file
                                """)
                        .param("file", file.id().value())
                        .query((row, number) ->
                                Optional.ofNullable(row.getString(1)).map(TerritoryCode::new))
                        .list()
                        .stream()
                        .anyMatch(it -> territories.covers(actor.scopeOf(Code.SEE_ORGANISATIONS), it));
    }
}
