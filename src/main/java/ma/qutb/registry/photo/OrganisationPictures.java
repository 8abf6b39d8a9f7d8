package ma.qutb.registry.photo;

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

/** Logos and pictures of organisations. Everybody sees those of the public directory; staff see those of their scope. */
@Component
public class OrganisationPictures implements FilePurpose {

    private final JdbcClient database;
    private final Territories territories;

    OrganisationPictures(JdbcClient database, Territories territories) {
        this.database = database;
        this.territories = territories;
    }

    @Override
    public String code() {
        return "registry.organisation-picture";
    }

    @Override
    public Set<FileFormat> accepts() {
        return FileFormat.PHOTOS;
    }

    @Override
    public boolean mayAdd(Actor actor) {
        return actor.may(Code.EDIT_ORGANISATIONS);
    }

    @Override
    public boolean maySee(StoredFile file, @Nullable Actor actor) {
        return isPublic(file) || actor != null && actor.may(Code.SEE_ORGANISATIONS) && isInScope(file, actor);
    }

    private boolean isPublic(StoredFile file) {
        return database.sql("select exists (select from registry.directory_entry where photo = :file)")
                .param("file", file.id().value())
                .query(Boolean.class)
                .single();
    }

    private boolean isInScope(StoredFile file, Actor actor) {
        return database
                .sql("select territory_code from registry.organisation where photo = :file")
                .param("file", file.id().value())
                .query((row, number) -> Optional.ofNullable(row.getString(1)).map(TerritoryCode::new))
                .list()
                .stream()
                .anyMatch(it -> territories.covers(actor.scopeOf(Code.SEE_ORGANISATIONS), it));
    }
}
