package ma.qutb.materials.counter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotId;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Purchases;
import ma.qutb.materials.SaleId;
import ma.qutb.registry.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads purchases from the lines of sales. */
@Service
@Transactional(readOnly = true)
class PurchaseTable implements Purchases {

    private static final int MOST = 12;

    private final JdbcClient database;

    PurchaseTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Purchase> of(PersonId buyer, MaterialCode material) {
        return database.sql("""
                        select l.id, l.material_code || '-' || lpad(l.number::text, 6, '0') as number, l.fineness,
                            sum(s.weight)::bigint as weight, sum(s.price)::bigint as price, max(h.sold_on) as bought
                          from materials.sale h
                          join materials.sale_line s on s.sale_id = h.id
                          join materials.lot l on l.id = s.lot_id
                         where h.buyer = :buyer and h.material_code = :material
                           and not exists (select from materials.sale_reversal r where r.sale_id = h.id)
                         group by l.id order by bought desc, l.number desc limit :most
                        """)
                .param("buyer", buyer.value())
                .param("material", material.value())
                .param("most", MOST)
                .query((row, number) -> new Purchase(
                        new LotId(row.getObject("id", UUID.class)),
                        row.getString("number"),
                        Optional.ofNullable(row.getObject("fineness", Integer.class))
                                .map(Fineness::new),
                        row.getLong("weight"),
                        row.getLong("price"),
                        row.getObject("bought", LocalDate.class)))
                .list();
    }

    @Override
    public List<Bought> of(PersonId buyer, LotId lot) {
        return database.sql("""
                        select h.id, sum(s.weight)::bigint as weight, h.sold_on
                          from materials.sale h join materials.sale_line s on s.sale_id = h.id
                         where h.buyer = :buyer and s.lot_id = :lot
                           and not exists (select from materials.sale_reversal r where r.sale_id = h.id)
                         group by h.id order by h.sold_on desc, h.id desc limit :most
                        """)
                .param("buyer", buyer.value())
                .param("lot", lot.value())
                .param("most", MOST)
                .query((row, number) -> new Bought(
                        new SaleId(row.getObject("id", UUID.class)),
                        row.getLong("weight"),
                        row.getObject("sold_on", LocalDate.class)))
                .list();
    }
}
