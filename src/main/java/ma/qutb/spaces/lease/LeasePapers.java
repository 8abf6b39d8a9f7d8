package ma.qutb.spaces.lease;

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

/** Signed contracts and photos of breaches: whoever may see the leases of the site sees them. */
@Component
class LeasePapers implements FilePurpose {

    private final JdbcClient database;
    private final Territories territories;

    LeasePapers(JdbcClient database, Territories territories) {
        this.database = database;
        this.territories = territories;
    }

    @Override
    public String code() {
        return "spaces.lease-paper";
    }

    @Override
    public Set<FileFormat> accepts() {
        return FileFormat.PAPERS;
    }

    @Override
    public boolean mayAdd(Actor actor) {
        return actor.may(Code.LEASE);
    }

    @Override
    public boolean maySee(StoredFile file, @Nullable Actor actor) {
        return actor != null
                && actor.may(Code.SEE_LEASES)
                && database.sql("""
                        select s.territory_code from spaces.lease_step p join spaces.lease l on l.id = p.lease_id
                          join spaces.unit u on u.id = l.unit_id join spaces.site s on s.id = u.site_id where p.file = :file
                        """).param("file", file.id().value()).query(String.class).list().stream()
                        .anyMatch(it ->
                                territories.covers(actor.scopeOf(Code.SEE_LEASES), Optional.of(new TerritoryCode(it))));
    }
}
