package ma.qutb.registry.photo;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

/**
 * Photos of people. Everybody sees one whose person agreed to show it in the directory; staff see those of their scope;
 * artisans see their own.
 */
@Component
public class PersonPhotos implements FilePurpose {

    private final JdbcClient database;
    private final Territories territories;

    PersonPhotos(JdbcClient database, Territories territories) {
        this.database = database;
        this.territories = territories;
    }

    @Override
    public String code() {
        return "registry.person-photo";
    }

    @Override
    public Set<FileFormat> accepts() {
        return FileFormat.PHOTOS;
    }

    @Override
    public boolean mayAdd(Actor actor) {
        return actor.may(Code.EDIT_PEOPLE) || actor.person().isPresent();
    }

    @Override
    public boolean maySee(StoredFile file, @Nullable Actor actor) {
        return isPublic(file.id().value()) || actor != null && maySee(file.id().value(), actor);
    }

    private boolean isPublic(UUID file) {
        return database.sql("select exists (select from registry.directory_entry where photo = :file)")
                .param("file", file)
                .query(Boolean.class)
                .single();
    }

    private boolean maySee(UUID file, Actor actor) {
        return database
                .sql("select id, territory_code from registry.person where photo = :file")
                .param("file", file)
                .query((row, number) -> new Shown(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getString("territory_code")).map(TerritoryCode::new)))
                .list()
                .stream()
                .anyMatch(it -> actor.person().filter(it.person()::equals).isPresent()
                        || actor.may(Code.SEE_PEOPLE)
                                && territories.covers(actor.scopeOf(Code.SEE_PEOPLE), it.place()));
    }

    private record Shown(UUID person, Optional<TerritoryCode> place) {}
}
