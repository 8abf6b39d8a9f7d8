package ma.qutb.materials.supply;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.Materials;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders material; nothing is owed for it until it comes, so nothing is posted. */
@Service
@Transactional
public class OrderingMaterial {

    private final JdbcClient database;
    private final Orders orders;
    private final Materials materials;
    private final Clock clock;

    OrderingMaterial(JdbcClient database, Orders orders, Materials materials, Clock clock) {
        this.database = database;
        this.orders = orders;
        this.materials = materials;
        this.clock = clock;
    }

    /** @throws Refusal when weight or price is missing, or the fineness is not one the material is dealt in */
    public UUID order(NewOrder it) {
        var today = LocalDate.now(clock);
        check(it, today);
        var id = Ids.next();
        int added = database.sql("""
                        insert into materials.purchase_order (id, key, number, sale_point_id, supplier_id, material_code, fineness, weight,
                            unit_price, ordered_on, expected_on, demonstration, version)
                        values (:id, :key, nextval('materials.order_number'), :point, :supplier, :material, :fineness, :weight,
                            :unit_price, :today, :expected, :demonstration, 1)
                        on conflict on constraint purchase_order_key_once do nothing
                        """)
                .param("id", id)
                .param("key", it.key())
                .param("point", it.point().id().value())
                .param("supplier", it.supplier().value())
                .param("material", it.material().value())
                .param("fineness", it.fineness().map(f -> f.tenths()).orElse(null), Types.INTEGER)
                .param("weight", it.weight())
                .param("unit_price", it.unitPrice())
                .param("today", today)
                .param("expected", it.expectedOn().orElse(null), Types.DATE)
                .param("demonstration", it.point().demonstration())
                .update();
        return added == 1 ? id : orders.byKey("purchase_order", it.key()).orElseThrow();
    }

    private void check(NewOrder it, LocalDate today) {
        if (it.weight() <= 0) {
            throw new Refusal("materials.order.refusal.no-weight");
        }
        if (it.unitPrice() <= 0) {
            throw new Refusal("materials.order.refusal.no-price");
        }
        if (it.point().closedOn().filter(day -> !today.isBefore(day)).isPresent()) {
            throw new Refusal("materials.order.refusal.point-closed");
        }
        if (it.expectedOn().filter(today::isAfter).isPresent()) {
            throw new Refusal("materials.order.refusal.expected-before");
        }
        var offered = materials.finenesses(it.material(), today);
        boolean fits = it.fineness().map(offered::contains).orElse(offered.isEmpty());
        if (!fits) {
            throw new Refusal("materials.order.refusal.fineness");
        }
    }

    /** Nothing more will come of it. */
    public void close(UUID order, String reason) {
        var it = orders.hold(order);
        if (reason.isBlank()) {
            throw new Refusal("materials.order.refusal.no-reason");
        }
        if (!it.state().equals("open") && !it.state().equals("partly")) {
            throw new Refusal("materials.order.refusal.closed");
        }
        database.sql("""
                        update materials.purchase_order set closed_on = :today, closed_because = :reason, version = version + 1
                         where id = :id
                        """)
                .param("today", LocalDate.now(clock))
                .param("reason", reason)
                .param("id", order)
                .update();
    }
}
