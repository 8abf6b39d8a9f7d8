package ma.qutb.materials.counter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Lots;
import ma.qutb.materials.Material;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Materials;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.Taking;
import ma.qutb.materials.TillId;
import ma.qutb.materials.UnitPrice;
import ma.qutb.registry.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a clerk sees before selling: what there is at what price, and what a weight would cost. Holds nothing. */
@Component
@Transactional(readOnly = true)
class CounterReading {

    private static final PersonId NOBODY = new PersonId(new UUID(0, 0));

    private final Lots lots;
    private final Materials materials;
    private final TermsTable terms;
    private final ExceptionTable exceptions;

    CounterReading(Lots lots, Materials materials, TermsTable terms, ExceptionTable exceptions) {
        this.lots = lots;
        this.materials = materials;
        this.terms = terms;
        this.exceptions = exceptions;
    }

    Terms terms(
            SalePoint point, MaterialCode material, @Nullable PersonId buyer, @Nullable TillId till, LocalDate day) {
        return terms.of(point, material, buyer == null ? NOBODY : buyer, till, day);
    }

    /** One for each fineness still dealt in, the finest first; none where nobody knows today's price. */
    List<Offer> offers(SalePoint point, Material material, Terms on) {
        Map<Optional<Fineness>, List<LotAtPoint>> kinds = new LinkedHashMap<>();
        var ended = materials.ended(material.code(), on.day());
        lots.at(point.id(), material.code()).stream()
                .filter(it -> it.lot().fineness().filter(ended::contains).isEmpty())
                .forEach(it -> kinds.computeIfAbsent(it.lot().fineness(), kind -> new ArrayList<>())
                        .add(it));
        var offers = new ArrayList<Offer>();
        kinds.forEach((fineness, several) -> offers.add(new Offer(
                material,
                fineness,
                unitPrice(several.getFirst(), material, on),
                several.stream().mapToLong(it -> it.left().weight()).sum())));
        offers.sort((one, other) -> Integer.compare(tenths(other), tenths(one)));
        return offers;
    }

    /** What this weight would cost, spread over the lots it would come from. */
    Preview preview(SaleRequest request, SalePoint point, Terms on, Material material) {
        if (request.weight() <= 0) {
            return Preview.NONE;
        }
        try {
            var quote = on.fresh(request.material());
            var agreed = request.exception() == null ? null : agreed(request.exception());
            var wanted = lots.at(point.id(), request.material()).stream()
                    .filter(it -> request.lot() == null
                            ? it.lot().fineness().equals(Optional.ofNullable(request.fineness()))
                            : it.lot().id().equals(request.lot()))
                    .toList();
            var lines = Allotting.parts(wanted, held(wanted), request.weight()).stream()
                    .map(it -> SaleLine.of(
                            it.lot(),
                            Taking.of(it.lot().lot(), it.lot().left(), it.weight()),
                            quote,
                            on.charges(),
                            agreed))
                    .toList();
            return Preview.of(lines, request.weight(), unit(material));
        } catch (Refusal refusal) {
            return Preview.not(refusal);
        }
    }

    /** How many of the smallest parts a whole unit has. */
    static long unit(Material material) {
        return (long) Math.pow(10, material.decimals());
    }

    private static long unitPrice(LotAtPoint first, Material material, Terms on) {
        if (on.quote().isEmpty()) {
            return 0;
        }
        var floor = on.charges()
                .floor(SaleLine.costOf(first.lot()), on.quote().get().price());
        long unit = unit(material);
        return first.lot().fineness().map(it -> floor.times(it.fineOf(unit))).orElseGet(() -> floor.times(unit));
    }

    private @Nullable UnitPrice agreed(UUID exception) {
        return exceptions
                .find(exception)
                .filter(it -> it.state().equals("allowed"))
                .map(ExceptionTable.Asked::unitPrice)
                .orElse(null);
    }

    private static Map<AccountId, Long> held(List<LotAtPoint> lots) {
        var held = new LinkedHashMap<AccountId, Long>();
        for (var lot : lots) {
            held.put(lot.costAccount(), lot.left().cost());
            held.put(lot.weightAccount(), lot.left().weight());
            lot.fineAccount().ifPresent(it -> held.put(it, lot.left().fine()));
        }
        return held;
    }

    private static int tenths(Offer offer) {
        return offer.fineness().map(Fineness::tenths).orElse(0);
    }
}
