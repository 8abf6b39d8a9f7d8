package ma.qutb.materials.counter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Lots;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.MaterialSold;
import ma.qutb.materials.Materials;
import ma.qutb.materials.SaleId;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.Taking;
import ma.qutb.materials.TillId;
import ma.qutb.materials.UnitPrice;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sales that happened before they reached the books: what a device may sell, and writing down what it sold. In the caller's transaction. */
@Component
public class EarlierSales {

    private static final PersonId NOBODY = new PersonId(new UUID(0, 0));

    private final TermsTable terms;
    private final Lots lots;
    private final Materials materials;
    private final People people;
    private final SaleEntry entries;
    private final SaleWriting writing;
    private final SaleTable sales;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EarlierSales(
            TermsTable terms,
            Lots lots,
            Materials materials,
            People people,
            SaleEntry entries,
            SaleWriting writing,
            SaleTable sales,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.terms = terms;
        this.lots = lots;
        this.materials = materials;
        this.people = people;
        this.entries = entries;
        this.writing = writing;
        this.sales = sales;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** Part of a lot, at a price. */
    public record Part(LotAtPoint lot, Taking taken, UnitPrice unitPrice) {}

    /**
     * Part of a lot that was sold.
     *
     * @param held of this lot for the device, before the sale
     */
    public record Sold(LotId lot, long weight, Taking held, UnitPrice unitPrice) {}

    /**
     * @param device that sold
     * @param price centimes it took
     */
    public record Earlier(UUID device, Instant soldAt, long price, List<Sold> parts) {}

    /** The sale, and what each lot holds after it, together with what the device had. */
    public record Outcome(SaleId sale, Map<LotId, LotAtPoint> after) {}

    /** @throws Refusal when the till is closed, the fineness has ended, nobody knows today's price, or there is not enough */
    public List<Part> offer(SalePoint point, TillId till, Fineness fineness, long weight, LocalDate day) {
        var on = terms.of(point, MaterialCode.SILVER, NOBODY, till, day);
        if (on.session().isEmpty()) {
            throw new Refusal("materials.counter.refusal.till-closed");
        }
        if (materials.ended(MaterialCode.SILVER, day).contains(fineness)) {
            throw new Refusal("materials.counter.refusal.ended-fineness");
        }
        var quote = on.fresh(MaterialCode.SILVER);
        var candidates = Allotting.needed(
                lots.at(point.id(), MaterialCode.SILVER).stream()
                        .filter(it -> it.lot().fineness().equals(Optional.of(fineness)))
                        .toList(),
                weight);
        var held = ledger.hold(candidates.stream().flatMap(Allotting::accounts).collect(Collectors.toSet()));
        return Allotting.parts(candidates, held, weight).stream()
                .map(it -> {
                    var taken = Taking.of(it.lot().lot(), it.lot().left(), it.weight());
                    var line = SaleLine.of(it.lot(), taken, quote, on.charges(), null);
                    return new Part(it.lot(), taken, line.unitPrice());
                })
                .toList();
    }

    /** The sale this key made before. */
    public Optional<SaleId> before(SaleRequest request) {
        return sales.sameRequest(request);
    }

    /**
     * Writes down a sale that happened. It may go beyond a quota, which nobody could know.
     *
     * @param free gives back what was held for the device, right before the entry is posted
     * @throws Refusal when the price is not that of the allotment, the buyer is no artisan, or the till is closed
     */
    public Outcome write(SaleRequest request, SalePoint point, Earlier earlier, Runnable free, Poster clerk) {
        var soldOn = LocalDate.ofInstant(earlier.soldAt(), clock.getZone());
        var material = materials.find(request.material()).orElseThrow();
        var buyer = people.practice(request.buyer())
                .map(People.Practice::person)
                .orElseThrow(() -> new Refusal("materials.counter.refusal.no-artisan"));
        var on = terms.of(point, request.material(), request.buyer(), request.till(), soldOn);
        var quote = on.quote().orElseThrow(() -> new Refusal("materials.counter.refusal.no-quote"));
        var to = entries.accounts(new Visit(point, material, buyer, on, quote, Optional.empty(), Set.of()), request);
        var held = hold(point, earlier.parts(), to.paidInto());
        var after = new HashMap<LotId, LotAtPoint>();
        var lines = new ArrayList<SaleLine>();
        for (var part : earlier.parts()) {
            var lot = withBoth(lots.at(point.id(), part.lot()).orElseThrow(), held, part.held());
            var taken = Taking.of(lot.lot(), lot.left(), part.weight());
            lines.add(SaleLine.at(lot, taken, quote, part.unitPrice()));
            after.put(part.lot(), less(lot, taken));
        }
        var sale = SaleBasket.earlier(
                request, lines, soldOn, earlier.soldAt(), clock.instant(), clerk, on, earlier.device());
        if (Math.abs(sale.price() - earlier.price()) > earlier.parts().size() * 5L) {
            throw new Refusal("materials.offline.refusal.price");
        }
        writing.write(List.of(sale), point.fund().id().value());
        events.publishEvent(new MaterialSold(
                sale.id(),
                point.id(),
                request.buyer(),
                request.material(),
                request.weight(),
                sale.priced(),
                sale.price(),
                soldOn));
        free.run();
        ledger.post(entries.draft(sale, point, to), clerk);
        return new Outcome(sale.id(), after);
    }

    private Map<AccountId, Long> hold(SalePoint point, List<Sold> parts, AccountId paidInto) {
        return ledger.hold(Stream.concat(
                        Stream.of(paidInto),
                        parts.stream()
                                .flatMap(it -> lots.at(point.id(), it.lot()).stream())
                                .flatMap(Allotting::accounts))
                .collect(Collectors.toSet()));
    }

    /** What anybody could take, and what is held for the device. */
    private static LotAtPoint withBoth(LotAtPoint lot, Map<AccountId, Long> free, Taking held) {
        return with(
                lot,
                new Taking(
                        free.getOrDefault(lot.weightAccount(), 0L) + held.weight(),
                        lot.fineAccount().map(it -> free.getOrDefault(it, 0L)).orElse(0L) + held.fine(),
                        free.getOrDefault(lot.costAccount(), 0L) + held.cost()));
    }

    private static LotAtPoint less(LotAtPoint lot, Taking taken) {
        var left = lot.left();
        return with(
                lot,
                new Taking(left.weight() - taken.weight(), left.fine() - taken.fine(), left.cost() - taken.cost()));
    }

    private static LotAtPoint with(LotAtPoint lot, Taking left) {
        return new LotAtPoint(lot.lot(), lot.point(), lot.costAccount(), lot.weightAccount(), lot.fineAccount(), left);
    }
}
