package ma.qutb.materials.price;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.Lot;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Lots;
import ma.qutb.materials.Material;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.UnitPrice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a point sells at today, and what it would sell at with other charges. */
@Component
@Transactional(readOnly = true)
public class PriceList {

    private final Lots lots;
    private final JdbcClient database;

    PriceList(Lots lots, JdbcClient database) {
        this.lots = lots;
        this.database = database;
    }

    /**
     * A price of the list: of the lot that is sold next.
     *
     * @param cost of a fine gram of that lot, as {@code replacement}, {@code floor}
     * @param other the floor with the other charges
     */
    public record Row(
            Optional<Fineness> fineness,
            String lot,
            UnitPrice cost,
            UnitPrice replacement,
            UnitPrice floor,
            UnitPrice other) {

        /** For one unit on the scale, in centimes. */
        public long onScale(UnitPrice price, int decimals) {
            long unit = (long) Math.pow(10, decimals);
            return price.times(fineness.map(it -> it.fineOf(unit)).orElse(unit));
        }
    }

    /**
     * What the last days would have brought.
     *
     * @param fine sold in them, in the smallest parts
     * @param difference centimes more (or less) than with the charges of today
     */
    public record Effect(int days, long fine, long difference) {}

    List<Row> rows(SalePoint point, Material material, UnitPrice replacement, Charges now, Charges other) {
        var rows = new ArrayList<Row>();
        var seen = new HashSet<Optional<Fineness>>();
        for (LotAtPoint lot : lots.at(point.id(), material.code())) {
            if (seen.add(lot.lot().fineness())) {
                var cost = costOf(lot.lot());
                rows.add(new Row(
                        lot.lot().fineness(),
                        lot.lot().number(),
                        cost,
                        replacement,
                        now.floor(cost, replacement),
                        other.floor(cost, replacement)));
            }
        }
        rows.sort((one, two) -> Integer.compare(tenths(two), tenths(one)));
        return rows;
    }

    /** What these other charges would have changed in the last days, at today's replacement price. */
    Effect effect(
            SalePoint point, Material material, UnitPrice replacement, Charges now, Charges other, LocalDate today) {
        int days = 30;
        long fine = database.sql("""
                        select coalesce(sum(s.fine), 0)::bigint from materials.sale s
                         where s.sale_point_id = :point and s.material_code = :material and s.sold_on > :from
                           and not exists (select from materials.sale_reversal r where r.sale_id = s.id)
                        """)
                .param("point", point.id().value())
                .param("material", material.code().value())
                .param("from", today.minusDays(days))
                .query(Long.class)
                .single();
        long before = now.floor(replacement, replacement).times(fine);
        return new Effect(days, fine, other.floor(replacement, replacement).times(fine) - before);
    }

    private static UnitPrice costOf(Lot lot) {
        return UnitPrice.of(lot.cost(), Math.max(1, lot.fineness().isPresent() ? lot.fine() : lot.weight()));
    }

    private static int tenths(Row row) {
        return row.fineness().map(Fineness::tenths).orElse(0);
    }
}
