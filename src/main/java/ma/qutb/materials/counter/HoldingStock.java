package ma.qutb.materials.counter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Ledger;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Lots;
import ma.qutb.materials.SalePointId;
import org.springframework.stereotype.Component;

/** Finds the lots to sell from and holds them, so that nobody computes with metal that is gone. */
@Component
class HoldingStock {

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
        var fineness = Optional.ofNullable(request.fineness());
        return from(request.point(), request).stream()
                .filter(it -> it.lot().material().equals(request.material()))
                .filter(it -> request.lot() != null || it.lot().fineness().equals(fineness))
                .toList();
    }

    private List<LotAtPoint> from(SalePointId point, SaleRequest request) {
        return request.lot() == null
                ? lots.at(point, request.material())
                : lots.at(point, request.lot()).stream().toList();
    }
}
