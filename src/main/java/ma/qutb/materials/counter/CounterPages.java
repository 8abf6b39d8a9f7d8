package ma.qutb.materials.counter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.Material;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Materials;
import ma.qutb.materials.SaleId;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
import ma.qutb.registry.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the counter's screen shows. */
@Component
class CounterPages {

    private static final int LATEST = 12;

    private final SalePoints points;
    private final Materials materials;
    private final CounterReading reading;
    private final FindingBuyers buyers;
    private final ExceptionTable exceptions;
    private final SaleFile sales;
    private final Clock clock;

    CounterPages(
            SalePoints points,
            Materials materials,
            CounterReading reading,
            FindingBuyers buyers,
            ExceptionTable exceptions,
            SaleFile sales,
            Clock clock) {
        this.points = points;
        this.materials = materials;
        this.reading = reading;
        this.buyers = buyers;
        this.exceptions = exceptions;
        this.sales = sales;
        this.clock = clock;
    }

    Material material(CounterForm form) {
        return materials.all().stream()
                .filter(it -> it.code().value().equals(form.material()))
                .findFirst()
                .orElseGet(() -> materials.find(MaterialCode.SILVER).orElseThrow());
    }

    CounterPage draw(SalePoint point, CounterForm asked, Actor actor, @Nullable Refusal refusal) {
        var today = LocalDate.now(clock);
        var material = material(asked);
        var tills = points.tills(point.id());
        var typed = asked.q().isBlank() || asked.buyerId().isPresent() ? "" : asked.q();
        var card = typed.isEmpty() ? Optional.<PersonId>empty() : buyers.byCard(typed);
        var form = card.map(asked::of).orElse(asked);
        var buyer = form.buyerId().flatMap(it -> buyers.of(it, material)).orElse(null);
        var till = form.till().isEmpty() && !tills.isEmpty() ? tills.getFirst().id() : null;
        var shown = till == null ? form : form.beside(till, "");
        var on = reading.terms(
                point,
                material.code(),
                buyer == null ? null : buyer.id(),
                tills.stream()
                        .map(SalePoints.Till::id)
                        .filter(it -> it.toString().equals(shown.till()))
                        .findFirst()
                        .orElse(null),
                today);
        var offers = reading.offers(point, material, on);
        var chosen = offers.isEmpty() || tills.isEmpty()
                ? shown
                : shown.beside(tills.getFirst().id(), offers.getFirst().value());
        return new CounterPage(
                point,
                tills,
                on.session().isPresent(),
                chosen,
                material,
                materials.all(),
                buyer,
                typed.isEmpty() || card.isPresent() ? List.of() : buyers.find(typed, material, actor),
                CounterPage.Limits.of(on),
                offers,
                allowed(point, buyer, material),
                buyer == null
                        ? Preview.NONE
                        : reading.preview(chosen.request(point.id(), material), point, on, material),
                sales.day(point, today, LATEST),
                refusal,
                chosen.soldId().flatMap(it -> sales.find(new SaleId(it))));
    }

    private List<ExceptionTable.Asked> allowed(SalePoint point, @Nullable Buyer buyer, Material material) {
        return buyer == null
                ? List.of()
                : exceptions.open(point.id()).stream()
                        .filter(it -> it.state().equals("allowed")
                                && it.buyer().equals(buyer.id())
                                && it.material().equals(material.code()))
                        .toList();
    }
}
