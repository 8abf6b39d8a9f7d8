package ma.qutb.materials.model;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import ma.qutb.ledger.ChartRole;
import ma.qutb.materials.LotId;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.model.ModelBook.Entry;
import ma.qutb.materials.model.ModelStock.Lot;
import ma.qutb.materials.stocktake.Cause;

/** A whole count of a point: every lot on the scale, something sold in between, differences explained and approved by another. */
class CountActs {

    /** A jeweller's scale of class II: e is 10 mg, so up to 50 g it may be off by 10 mg, up to 200 g by 20, beyond by 30. */
    private static final int INTERVAL = 10;

    private final Sequence all;
    private final CounterActs counter;
    private final Map<SalePoint, UUID> scales = new HashMap<>();

    CountActs(Sequence all, CounterActs counter) {
        this.all = all;
        this.counter = counter;
    }

    void act() {
        var point = all.anyPoint();
        var counting = all.program.counting();
        var id = counting.begin(Sequence.key(), point, scale(point), Sequence.CLERK);
        var lots = all.stock.at(point);
        var books = new HashMap<Lot, Long>();
        for (var lot : lots) {
            counting.weigh(id, new LotId(lot.id()));
            books.put(lot, all.stock.left(point, lot).weight());
        }
        // What is sold while the lots are on the scale is not missing.
        counter.sell();
        var differences = new HashMap<Lot, Long>();
        for (var lot : lots) {
            long off = all.random.nextInt(3) == 0 ? all.random.nextLong(-200, 60) : 0;
            long counted = Math.max(0, books.get(lot) + off);
            counting.count(id, new LotId(lot.id()), counted, Sequence.CLERK);
            off = counted - books.get(lot);
            if (Math.abs(off) > tolerance(Math.max(counted, books.get(lot)))) {
                differences.put(lot, off);
                counting.explain(id, new LotId(lot.id()), cause(off), "تجربة");
            }
        }
        counting.finish(id, Sequence.CLERK);
        decide(point, id, differences);
    }

    private static Cause cause(long off) {
        return off > 0 ? Cause.ERROR : Cause.LOSS;
    }

    private void decide(SalePoint point, UUID id, Map<Lot, Long> differences) {
        var by = all.random.nextInt(6) == 0 ? Sequence.CLERK : Sequence.DIRECTOR;
        var approved = all.act(
                () -> {
                    Refused.when(by.equals(Sequence.CLERK), "materials.stocktake.refusal.same-person");
                    var entries = differences.entrySet().stream()
                            .map(it -> entry(point, it.getKey(), it.getValue()))
                            .toList();
                    return it -> entries.forEach(all.book::write);
                },
                () -> {
                    all.program.approving().approve(id, by);
                    return id;
                });
        if (approved == null) {
            all.program.approving().reject(id, Sequence.DIRECTOR);
        }
    }

    private Entry entry(SalePoint point, Lot lot, long off) {
        return all.stock.counted(
                point, lot, off, off > 0 ? ChartRole.COUNTING_DIFFERENCE : ChartRole.LOSS, all.today());
    }

    private static long tolerance(long weight) {
        return weight <= 50_000 ? INTERVAL : weight <= 200_000 ? 2 * INTERVAL : 3 * INTERVAL;
    }

    private UUID scale(SalePoint point) {
        return scales.computeIfAbsent(point, it -> {
            var id = UUID.randomUUID();
            all.program
                    .database()
                    .sql("""
                            insert into materials.scale (id, sale_point_id, name, class, interval_mg, capacity_mg, version)
                            values (:id, :point, 'Kern', 'II', 10, 3000000, 1)
                            """)
                    .param("id", id)
                    .param("point", point.id().value())
                    .update();
            return id;
        });
    }
}
