package ma.qutb.materials.offline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Materials;
import ma.qutb.materials.SaleId;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.Taking;
import ma.qutb.materials.counter.EarlierSales;
import ma.qutb.materials.counter.SaleRequest;
import ma.qutb.registry.PersonId;
import ma.qutb.shell.offline.ExactlyOnce;
import org.springframework.stereotype.Service;

/** Takes in what a device sold without network: each sale once, however often it is sent. */
@Service
public class SellingAllotted {

    private final AllotmentTable allotments;
    private final HoldingBack holding;
    private final EarlierSales earlier;
    private final SalePoints points;
    private final Materials materials;
    private final ExactlyOnce once;
    private final Clock clock;

    SellingAllotted(
            AllotmentTable allotments,
            HoldingBack holding,
            EarlierSales earlier,
            SalePoints points,
            Materials materials,
            ExactlyOnce once,
            Clock clock) {
        this.allotments = allotments;
        this.holding = holding;
        this.earlier = earlier;
        this.points = points;
        this.materials = materials;
        this.once = once;
        this.clock = clock;
    }

    /**
     * A sale of a device.
     *
     * @param key minted by it
     * @param weight milligrams
     * @param price centimes it took
     */
    public record Delivery(UUID key, PersonId buyer, Fineness fineness, long weight, long price, Instant soldAt) {}

    /**
     * @throws Refusal when the allotment is over or has less, or the price is another
     * @throws ma.qutb.ledger.Conflict when the key stands for another sale
     */
    public SaleId deliver(UUID allotment, Delivery sale, Poster clerk) {
        var it = allotments.find(allotment).orElseThrow(() -> new Refusal("materials.offline.refusal.closed"));
        var request = SaleRequest.cash(
                sale.key(), it.point(), it.till(), sale.buyer(), MaterialCode.SILVER, sale.fineness(), sale.weight());
        return once.take(() -> earlier.before(request), () -> deliverOnce(it, request, sale, clerk));
    }

    private SaleId deliverOnce(Allotment known, SaleRequest request, Delivery sale, Poster clerk) {
        var allotment = allotments
                .lock(known.id())
                .filter(Allotment::open)
                .orElseThrow(() -> new Refusal("materials.offline.refusal.closed"));
        var point = points.find(allotment.point()).orElseThrow();
        var lines = allotment.lines().stream()
                .filter(it -> it.fineness().equals(java.util.Optional.of(sale.fineness())))
                .toList();
        var parts = parts(lines, sale.weight());
        var touched = lines.stream()
                .filter(it -> parts.stream().anyMatch(part -> part.lot().equals(it.lot())))
                .toList();
        var outcome = earlier.write(
                request,
                point,
                new EarlierSales.Earlier(allotment.device(), notAfterNow(sale.soldAt()), sale.price(), parts),
                () -> touched.forEach(it -> {
                    if (it.reservation() != null) {
                        holding.release(it.reservation(), clerk);
                    }
                }),
                clerk);
        keepTheRest(allotment, point, touched, parts, outcome, clerk);
        return outcome.sale();
    }

    /** What of which lot, the first that came first. */
    private static List<EarlierSales.Sold> parts(List<Allotment.Line> lines, long weight) {
        var parts = new ArrayList<EarlierSales.Sold>();
        long missing = weight;
        for (var line : lines) {
            long part = Math.min(missing, line.held().weight());
            if (part > 0) {
                parts.add(new EarlierSales.Sold(line.lot(), part, line.held(), line.unitPrice()));
                missing -= part;
            }
        }
        if (missing > 0 || weight <= 0) {
            throw new Refusal("materials.counter.refusal.not-enough");
        }
        return parts;
    }

    private void keepTheRest(
            Allotment allotment,
            SalePoint point,
            List<Allotment.Line> touched,
            List<EarlierSales.Sold> parts,
            EarlierSales.Outcome outcome,
            Poster clerk) {
        var silver = materials.find(MaterialCode.SILVER).orElseThrow();
        var sold = parts.stream().collect(Collectors.toMap(EarlierSales.Sold::lot, EarlierSales.Sold::weight));
        for (var line : touched) {
            long rest = line.held().weight() - sold.getOrDefault(line.lot(), 0L);
            if (rest == 0) {
                allotments.hold(allotment.id(), line.line(), new Taking(0, 0, 0), null);
            } else {
                var lot = Objects.requireNonNull(outcome.after().get(line.lot()));
                var held = Taking.of(lot.lot(), lot.left(), rest);
                allotments.hold(
                        allotment.id(), line.line(), held, holding.hold(point.fund(), silver, lot, held, clerk));
            }
        }
    }

    /** A device whose clock runs ahead sold now. */
    private Instant notAfterNow(Instant soldAt) {
        return soldAt.isAfter(clock.instant()) ? clock.instant() : soldAt;
    }
}
