package ma.qutb.materials.offline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.Lots;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Materials;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.Taking;
import ma.qutb.materials.TillId;
import ma.qutb.materials.counter.EarlierSales;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a device silver to sell without network, and takes back what it did not sell. */
@Service
@Transactional
public class AllottingStock {

    private final AllotmentTable allotments;
    private final HoldingBack holding;
    private final EarlierSales earlier;
    private final Materials materials;
    private final Lots lots;
    private final Clock clock;

    AllottingStock(
            AllotmentTable allotments,
            HoldingBack holding,
            EarlierSales earlier,
            Materials materials,
            Lots lots,
            Clock clock) {
        this.allotments = allotments;
        this.holding = holding;
        this.earlier = earlier;
        this.materials = materials;
        this.lots = lots;
        this.clock = clock;
    }

    /**
     * Allots silver at today's prices.
     *
     * @param device minted by the device itself
     * @param weights milligrams of each fineness
     * @throws Refusal when the device has an allotment, the till is closed, nobody knows today's price, or there is not enough
     */
    public UUID allot(UUID device, String name, SalePoint point, TillId till, Map<Fineness, Long> weights, Poster by) {
        var silver = materials.find(MaterialCode.SILVER).orElseThrow();
        var id = Ids.next();
        var parts = new ArrayList<EarlierSales.Part>();
        weights.forEach((fineness, weight) -> {
            if (weight > 0) {
                parts.addAll(earlier.offer(point, till, fineness, weight, LocalDate.now(clock)));
            }
        });
        if (parts.isEmpty()) {
            throw new Refusal("materials.offline.refusal.nothing");
        }
        allotments.add(id, device, name, point.id(), till, clock.instant(), by);
        int line = 0;
        for (var part : parts) {
            var reservation = holding.hold(point.fund(), silver, part.lot(), part.taken(), by);
            allotments.addLine(id, ++line, part.lot().lot().id(), part.unitPrice(), part.taken(), reservation);
        }
        return id;
    }

    /** Takes back what is left; the device says that it has sent all it sold. */
    public void giveBack(UUID allotment, Poster by) {
        var it = allotments
                .lock(allotment)
                .filter(Allotment::open)
                .orElseThrow(() -> new Refusal("materials.offline.refusal.closed"));
        holding.lock(it.lines().stream()
                .flatMap(line -> lots.at(it.point(), line.lot()).stream())
                .toList());
        for (var line : it.lines()) {
            if (line.reservation() != null) {
                holding.release(line.reservation(), by);
                allotments.hold(it.id(), line.line(), new Taking(0, 0, 0), null);
            }
        }
        allotments.close(allotment, clock.instant(), by);
    }
}
