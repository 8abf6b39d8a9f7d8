package ma.qutb.spaces.upkeep;

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

/** Photos and papers of units: whoever may see the site they belong to sees them. */
@Component
class UnitPapers implements FilePurpose {

    private final JdbcClient database;
    private final Territories territories;

    UnitPapers(JdbcClient database, Territories territories) {
        this.database = database;
        this.territories = territories;
    }

    @Override
    public String code() {
        return "spaces.paper";
    }

    @Override
    public Set<FileFormat> accepts() {
        return FileFormat.PAPERS;
    }

    @Override
    public boolean mayAdd(Actor actor) {
        return actor.may(Code.INSPECT);
    }

    @Override
    public boolean maySee(StoredFile file, @Nullable Actor actor) {
        return actor != null
                && actor.may(Code.SEE)
                && database.sql("""
                        select s.territory_code from spaces.site s join spaces.unit u on u.site_id = s.id
                         where u.id in (
                            select unit_id from spaces.unit_file where file = :file
                            union select unit_id from spaces.repair where :file in (photo, photo_after)
                            union select unit_id from spaces.condition_report where signed_file = :file
                            union select r.unit_id from spaces.condition_report r join spaces.condition_item i on i.report_id = r.id
                                   where i.photo = :file
                            union select m.unit_id from spaces.meter m join spaces.meter_reading r on r.meter_id = m.id where r.photo = :file)
                        """).param("file", file.id().value()).query(String.class).list().stream()
                        .anyMatch(
                                it -> territories.covers(actor.scopeOf(Code.SEE), Optional.of(new TerritoryCode(it))));
    }
}
