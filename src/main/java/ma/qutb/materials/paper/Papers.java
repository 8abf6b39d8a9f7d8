package ma.qutb.materials.paper;

import java.util.Optional;
import java.util.Set;
import ma.qutb.documents.FileFormat;
import ma.qutb.documents.FilePurpose;
import ma.qutb.documents.StoredFile;
import ma.qutb.kernel.Actor;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Papers and photos of this module's records: whoever may see the point they belong to sees them. */
@Component
public class Papers implements FilePurpose {

    private static final Set<String> ADDING =
            Set.of(Code.MANAGE_POINTS, Code.RECEIVE, Code.PAY, Code.TRANSFORM, Code.WRITE_OFF);

    private final JdbcClient database;
    private final Territories territories;

    Papers(JdbcClient database, Territories territories) {
        this.database = database;
        this.territories = territories;
    }

    @Override
    public String code() {
        return "materials.paper";
    }

    @Override
    public Set<FileFormat> accepts() {
        return FileFormat.PAPERS;
    }

    @Override
    public boolean mayAdd(Actor actor) {
        return ADDING.stream().anyMatch(actor::may);
    }

    @Override
    public boolean maySee(StoredFile file, @Nullable Actor actor) {
        return actor != null
                && actor.may(Code.SEE)
                && database.sql("""
                        select p.territory_code from materials.sale_point p
                         where p.id in (
                            select sale_point_id from materials.convention where signed_file = :file
                            union select sale_point_id from materials.scale where certificate = :file
                            union select sale_point_id from materials.transform where :file in (photo, document)
                            union select sale_point_id from materials.write_off where document = :file
                            union select h.sale_point_id from materials.lot_at_point h join materials.lot l on l.id = h.lot_id
                                   where :file in (l.purchase_file, l.assay_file, l.scale_photo)
                            union select o.sale_point_id from materials.supplier_invoice i
                                    join materials.purchase_order o on o.id = i.order_id where i.file = :file)
                        """).param("file", file.id().value()).query(String.class).list().stream()
                        .anyMatch(
                                it -> territories.covers(actor.scopeOf(Code.SEE), Optional.of(new TerritoryCode(it))));
    }
}
