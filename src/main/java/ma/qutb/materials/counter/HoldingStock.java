package ma.qutb.materials.counter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Ledger;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Lots;
import ma.qutb.materials.Taking;
import org.springframework.stereotype.Component;

/** Finds the lots to sell from and holds them, so that nobody computes with metal that is gone. */
@Component
class HoldingStock {

    /** Lots looked at first: almost always there is enough in one or two. */
    private static final int FEW = 6;

    private final Lots lots;
    private final Ledger ledger;

    HoldingStock(Lots lots, Ledger ledger) {
        this.lots = lots;
        this.ledger = ledger;
    }

    /** Lots nobody else can take from, and what is left of them. */
    static final class Held {

        private final List<LotAtPoint> lots;
        private final Map<AccountId, Long> left;

        private Held(List<LotAtPoint> lots, Map<AccountId, Long> left) {
            this.lots = lots;
            this.left = new HashMap<>(left);
        }

        /** @throws ma.qutb.kernel.Refusal when there is not enough */
        List<Allotting.Part> parts(long weight) {
            return Allotting.parts(lots, left, weight);
        }

        /** For whoever comes next in the same transaction. */
        void take(LotAtPoint lot, Taking taken) {
            left.merge(lot.costAccount(), -taken.cost(), Long::sum);
            left.merge(lot.weightAccount(), -taken.weight(), Long::sum);
            lot.fineAccount().ifPresent(it -> left.merge(it, -taken.fine(), Long::sum));
        }
    }

    /** Holds what sales that fit together need: the lots, and what they are paid into, because the entries to come move both. */
    Held hold(List<AskedSale> group) {
        long weight = group.stream().mapToLong(it -> it.request().weight()).sum();
        var candidates = Allotting.needed(candidates(group.getFirst().request(), weight), weight);
        var left = ledger.hold(Stream.concat(
                        group.stream().map(it -> it.to().paidInto()),
                        candidates.stream().flatMap(Allotting::accounts))
                .collect(Collectors.toSet()));
        return new Held(candidates, left);
    }

    private List<LotAtPoint> candidates(SaleRequest request, long weight) {
        var lot = request.lot();
        if (lot != null) {
            return lots.at(request.point(), lot).stream()
                    .filter(it -> it.lot().material().equals(request.material()))
                    .toList();
        }
        var fineness = Optional.ofNullable(request.fineness());
        var first = lots.first(request.point(), request.material(), fineness, FEW);
        boolean enough = first.size() < FEW
                || first.stream().mapToLong(it -> it.left().weight()).sum() >= weight;
        return enough ? first : lots.first(request.point(), request.material(), fineness, Integer.MAX_VALUE);
    }
}
