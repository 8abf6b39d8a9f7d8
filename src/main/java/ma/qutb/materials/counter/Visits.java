package ma.qutb.materials.counter;

import java.time.LocalDate;
import java.util.Set;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.Materials;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
import org.springframework.stereotype.Component;

/** Asks everything that can be asked before anything is held. */
@Component
class Visits {

    private final SalePoints points;
    private final Materials materials;
    private final Buyers buyers;
    private final TermsTable terms;
    private final ExceptionTable exceptions;

    Visits(SalePoints points, Materials materials, Buyers buyers, TermsTable terms, ExceptionTable exceptions) {
        this.points = points;
        this.materials = materials;
        this.buyers = buyers;
        this.terms = terms;
        this.exceptions = exceptions;
    }

    /** @throws Refusal when they may not buy this today */
    Visit of(SaleRequest request, LocalDate day) {
        if (request.weight() <= 0) {
            throw new Refusal("materials.lot.refusal.nothing-taken");
        }
        var point = openPoint(request, day);
        var material = materials
                .find(request.material())
                .orElseThrow(() -> new Refusal(
                        "materials.material.refusal.unknown", request.material().value()));
        var buyer = buyers.allowed(request.buyer(), material);
        var on = terms.of(point, request.material(), request.buyer(), request.till(), day);
        var quote = on.fresh(request.material());
        on.quota().filter(it -> request.weight() > it.left()).ifPresent(it -> {
            throw new Refusal("materials.counter.refusal.quota");
        });
        return new Visit(
                point,
                material,
                buyer,
                on,
                quote,
                exceptions.allowed(request),
                material.hasFineness() ? materials.ended(material.code(), day) : Set.of());
    }

    private SalePoint openPoint(SaleRequest request, LocalDate day) {
        return points.find(request.point())
                .filter(it -> it.closedOn().map(day::isBefore).orElse(true))
                .orElseThrow(() -> new Refusal("materials.counter.refusal.point-closed"));
    }
}
