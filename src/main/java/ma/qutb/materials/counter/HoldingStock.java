package ma.qutb.materials.counter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Ledger;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Lots;
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

    /**
     * @param paidInto held together with the lots, because the entry to come moves both
     * @throws ma.qutb.kernel.Refusal when there is not enough
     */
    List<Allotting.Part> hold(SaleRequest request, AccountId paidInto) {
        var candidates = Allotting.needed(candidates(request), request.weight());
        var held = ledger.hold(
                Stream.concat(Stream.of(paidInto), candidates.stream().flatMap(Allotting::accounts))
                        .collect(Collectors.toSet()));
        return Allotting.parts(candidates, held, request.weight());
    }

    private List<LotAtPoint> candidates(SaleRequest request) {
        var lot = request.lot();
        if (lot != null) {
            return lots.at(request.point(), lot).stream()
                    .filter(it -> it.lot().material().equals(request.material()))
                    .toList();
        }
        var fineness = Optional.ofNullable(request.fineness());
        var first = lots.first(request.point(), request.material(), fineness, FEW);
        boolean enough = first.size() < FEW
                || first.stream().mapToLong(it -> it.left().weight()).sum() >= request.weight();
        return enough ? first : lots.first(request.point(), request.material(), fineness, Integer.MAX_VALUE);
    }
}
