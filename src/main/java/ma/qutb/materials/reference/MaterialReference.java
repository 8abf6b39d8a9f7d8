package ma.qutb.materials.reference;

import java.time.LocalDate;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Ledger;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.platform.ReferenceTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads the materials and their finenesses; a second time changes nothing. */
@Component
class MaterialReference {

    private final JdbcClient database;
    private final Ledger ledger;

    MaterialReference(JdbcClient database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    @Transactional
    void load() {
        int position = 0;
        for (var row : ReferenceTable.read("supplement/materials.csv").rows()) {
            material(row, position++);
        }
        ReferenceTable.read("supplement/finenesses.csv").rows().forEach(this::fineness);
    }

    private void material(ReferenceRow row, int position) {
        // Those the ledger knows stay as they are.
        ledger.define(new Commodity(row.text("commodity"), decimals(row), label(row, "name_"), label(row, "unit_")));
        database.sql("""
                        insert into materials.material (code, name_ar, name_fr, name_en, commodity, fine_commodity, decimals, unit_ar,
                            unit_fr, unit_en, craft_code, icon, position)
                        values (:code, :name_ar, :name_fr, :name_en, :commodity, :fine, :decimals, :unit_ar, :unit_fr, :unit_en, :craft,
                            :icon, :position)
                        on conflict on constraint material_pk do nothing
                        """)
                .param("code", row.text("code"))
                .param("name_ar", row.text("name_ar"))
                .param("name_fr", row.text("name_fr"))
                .param("name_en", row.text("name_en"))
                .param("commodity", row.text("commodity"))
                .param("fine", row.optional("fine_commodity"))
                .param("decimals", decimals(row))
                .param("unit_ar", row.text("unit_ar"))
                .param("unit_fr", row.text("unit_fr"))
                .param("unit_en", row.text("unit_en"))
                .param("craft", row.text("craft_code"))
                .param("icon", row.text("icon"))
                .param("position", position)
                .update();
    }

    private void fineness(ReferenceRow row) {
        database.sql("""
                        insert into materials.fineness (material_code, tenths, valid_from) values (:material, :tenths, :from)
                        on conflict do nothing
                        """)
                .param("material", row.text("material_code"))
                .param("tenths", row.whole("tenths"))
                .param("from", LocalDate.parse(row.text("valid_from")))
                .update();
    }

    private static int decimals(ReferenceRow row) {
        return Integer.parseInt(row.text("decimals"));
    }

    private static Label label(ReferenceRow row, String column) {
        return new Label(row.text(column + "ar"), row.text(column + "fr"), row.text(column + "en"));
    }
}
