package ma.qutb.materials.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.Material;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Materials;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.LocalName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The materials and the finenesses they are dealt in. */
@Repository
@Transactional(readOnly = true)
class MaterialTable implements Materials {

    private static final String MATERIAL = """
            select code, name_ar, name_fr, name_en, commodity, fine_commodity, decimals, unit_ar, unit_fr, unit_en, craft_code, icon
              from materials.material
            """;

    private final JdbcClient database;

    MaterialTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Material> find(MaterialCode material) {
        return database.sql(MATERIAL + "where code = :code")
                .param("code", material.value())
                .query(MaterialTable::material)
                .optional();
    }

    @Override
    public List<Material> all() {
        return database.sql(MATERIAL + "order by position, code")
                .query(MaterialTable::material)
                .list();
    }

    @Override
    public List<Fineness> finenesses(MaterialCode material, LocalDate day) {
        return database.sql("""
                        select tenths from materials.fineness
                         where material_code = :material and daterange(valid_from, valid_to) @> cast(:day as date)
                         order by tenths desc
                        """)
                .param("material", material.value())
                .param("day", day)
                .query((row, number) -> new Fineness(row.getInt(1)))
                .list();
    }

    @Override
    public Set<Fineness> ended(MaterialCode material, LocalDate day) {
        return database.sql("""
                        select tenths from materials.fineness where material_code = :material group by tenths
                        having bool_or(valid_to <= :day) and not bool_or(daterange(valid_from, valid_to) @> cast(:day as date))
                        """)
                .param("material", material.value())
                .param("day", day)
                .query((row, number) -> new Fineness(row.getInt(1)))
                .set();
    }

    private static Material material(ResultSet row, int number) throws SQLException {
        return new Material(
                new MaterialCode(row.getString("code")),
                new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
                row.getString("commodity"),
                Optional.ofNullable(row.getString("fine_commodity")),
                row.getInt("decimals"),
                new LocalName(row.getString("unit_ar"), row.getString("unit_fr"), row.getString("unit_en")),
                new CraftCode(row.getString("craft_code")),
                row.getString("icon"));
    }
}
