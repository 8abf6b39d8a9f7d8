package ma.qutb.materials.stocktake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.BookTotals;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Lot;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Lots;
import ma.qutb.materials.Materials;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.stocktake.Stocktake.Count;
import ma.qutb.materials.stocktake.Stocktake.Line;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what lies at a point, lot by lot, without seeing what the books say. */
@Service
@Transactional
public class CountingStock {

    private final StocktakeTable stocktakes;
    private final Lots lots;
    private final Materials materials;
    private final BookTotals totals;

    CountingStock(StocktakeTable stocktakes, Lots lots, Materials materials, BookTotals totals) {
        this.stocktakes = stocktakes;
        this.lots = lots;
        this.materials = materials;
        this.totals = totals;
    }

    /**
     * Begins a count.
     *
     * @param key minted with the form: sent twice, it begins once
     * @throws Refusal when one is going on at the point, or the scale is not of the point
     */
    public UUID begin(UUID key, SalePoint point, UUID scale, Poster by) {
        var before = stocktakes.byKey(key);
        if (before.isPresent()) {
            return before.get();
        }
        var chosen = stocktakes.scales(point.id()).stream()
                .filter(it -> it.id().equals(scale))
                .findFirst()
                .orElseThrow(() -> new Refusal("materials.stocktake.refusal.scale"));
        var id = Ids.next();
        try {
            stocktakes.add(id, key, point, chosen, by);
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("stocktake_one_at_a_time", e, "materials.stocktake.refusal.going-on");
        }
        return id;
    }

    /** The lots to count: what the books have at the point, and what is counted already. */
    @Transactional(readOnly = true)
    public List<Lot> toCount(Stocktake stocktake) {
        var there = materials.all().stream()
                .flatMap(it -> lots.at(stocktake.point().id(), it.code()).stream())
                .map(LotAtPoint::lot);
        return Stream.concat(there, stocktake.lines().stream().map(Line::lot))
                .distinct()
                .sorted(Comparator.comparing(Lot::receivedOn).thenComparing(Lot::number))
                .toList();
    }

    /**
     * A lot is put on the scale: from here on nothing that is sold changes what it is compared with.
     *
     * @throws Refusal when the count is over, or the lot is not at the point
     */
    public void weigh(UUID id, LotId lot) {
        var stocktake = going(id);
        at(stocktake, lot);
        stocktakes.weigh(id, lot, totals.last(stocktake.point().fund().book()));
    }

    /**
     * What the scale says. Only now the books are asked, as they were when the lot was put on it.
     *
     * @throws Refusal when it is not on the scale, or another weight was written down
     */
    public void count(UUID id, LotId lot, long weight, Poster by) {
        var stocktake = going(id);
        var line = stocktake.line(lot).orElseThrow(() -> new Refusal("materials.stocktake.refusal.not-weighed"));
        if (line.count().isPresent()) {
            if (line.count().get().weight() == weight) {
                return;
            }
            throw new Refusal("materials.stocktake.refusal.counted");
        }
        if (weight < 0) {
            throw new Refusal("materials.stocktake.refusal.weight");
        }
        var account = at(stocktake, lot).weightAccount();
        long book = totals.after(stocktake.point().fund().book(), line.asOf(), List.of(account))
                .getOrDefault(account, 0L);
        var count = new Count(
                weight,
                book,
                stocktake.scale().tolerance(Math.max(weight, book)),
                java.util.Optional.empty(),
                "",
                java.util.Optional.empty());
        if (!stocktakes.count(id, lot, count, by)) {
            throw new Refusal("materials.stocktake.refusal.counted");
        }
    }

    /**
     * Says why a lot does not weigh what the books say.
     *
     * @throws Refusal without a reason, or where there is nothing to explain
     */
    public void explain(UUID id, LotId lot, Cause cause, String reason) {
        var count = going(id)
                .line(lot)
                .flatMap(Line::count)
                .filter(it -> !it.within())
                .orElseThrow(() -> new Refusal("materials.stocktake.refusal.nothing-to-explain"));
        if (reason.isBlank()) {
            throw new Refusal("materials.stocktake.refusal.reason");
        }
        if (count.variance() > 0 && cause != Cause.ERROR && cause != Cause.ASSAY) {
            throw new Refusal("materials.stocktake.refusal.surplus");
        }
        stocktakes.explain(id, lot, cause, reason.strip(), Ids.next());
    }

    /** @throws Refusal while a lot is not counted or a difference not explained */
    public void finish(UUID id, Poster by) {
        var stocktake = going(id);
        var missing = new ArrayList<>(toCount(stocktake));
        missing.removeIf(it -> stocktake.line(it.id()).flatMap(Line::count).isPresent());
        if (!missing.isEmpty()) {
            throw new Refusal("materials.stocktake.refusal.uncounted", missing.size());
        }
        if (stocktake.differences().stream()
                .anyMatch(it -> !it.count().orElseThrow().explained())) {
            throw new Refusal("materials.stocktake.refusal.unexplained");
        }
        stocktakes.finish(id, by);
    }

    private Stocktake going(UUID id) {
        var stocktake = stocktakes.find(id).orElseThrow();
        if (!stocktake.open()) {
            throw new Refusal("materials.stocktake.refusal.over");
        }
        return stocktake;
    }

    private LotAtPoint at(Stocktake stocktake, LotId lot) {
        return lots.at(stocktake.point().id(), lot)
                .orElseThrow(() -> new Refusal("materials.stocktake.refusal.not-here"));
    }
}
