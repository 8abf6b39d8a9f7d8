package ma.qutb.materials.counter;

import java.util.Optional;
import java.util.UUID;
import ma.qutb.ledger.Conflict;
import ma.qutb.materials.SaleId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds sales by the key of their request. */
@Repository
class SaleTable {

    private final JdbcClient database;

    SaleTable(JdbcClient database) {
        this.database = database;
    }

    private record Written(SaleId id, boolean same) {}

    /**
     * The sale this request made before.
     *
     * @throws Conflict when the key stands for another sale
     */
    Optional<SaleId> sameRequest(SaleRequest request) {
        return database.sql("""
                        select id, sale_point_id = :point and buyer = :buyer and material_code = :material and weight = :weight
                                   and payment = :payment as same
                          from materials.sale where key = :key
                        """)
                .param("key", request.key())
                .param("point", request.point().value())
                .param("buyer", request.buyer().value())
                .param("material", request.material().value())
                .param("weight", request.weight())
                .param("payment", request.payment().code())
                .query((row, number) ->
                        new Written(new SaleId(row.getObject("id", UUID.class)), row.getBoolean("same")))
                .optional()
                .map(it -> {
                    if (!it.same()) {
                        throw new Conflict(request.key());
                    }
                    return it.id();
                });
    }
}
