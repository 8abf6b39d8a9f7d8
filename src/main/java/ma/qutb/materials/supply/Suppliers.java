package ma.qutb.materials.supply;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.SupplierId;
import ma.qutb.shell.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who supplies raw material. */
@Service
@Transactional
public class Suppliers {

    private final JdbcClient database;

    Suppliers(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param ice common identifier of the enterprise, 15 digits
     * @throws Refusal when the number belongs to another supplier or is none
     */
    public SupplierId add(
            String name, @Nullable String ice, @Nullable String phone, String address, boolean demonstration) {
        if (name.isBlank()) {
            throw new Refusal("materials.supplier.refusal.no-name");
        }
        if (ice != null && !ice.matches("[0-9]{15}")) {
            throw new Refusal("materials.supplier.refusal.ice");
        }
        var id = SupplierId.next();
        try {
            database.sql("""
                            insert into materials.supplier (id, name, ice, phone, address, demonstration, version)
                            values (:id, :name, :ice, :phone, :address, :demonstration, 1)
                            """)
                    .param("id", id.value())
                    .param("name", name)
                    .param("ice", ice, Types.VARCHAR)
                    .param("phone", phone, Types.VARCHAR)
                    .param("address", address)
                    .param("demonstration", demonstration)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("supplier_ice_once", e, "materials.supplier.refusal.ice-taken");
        }
        return id;
    }

    @Transactional(readOnly = true)
    List<Choice> choices() {
        return database.sql("select id, name from materials.supplier where closed_on is null order by name")
                .query((row, number) -> new Choice(row.getString(1), row.getString(2)))
                .list();
    }

    @Transactional(readOnly = true)
    Optional<SupplierId> find(UUID id) {
        return database.sql("select id from materials.supplier where id = :id and closed_on is null")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .map(SupplierId::new);
    }
}
