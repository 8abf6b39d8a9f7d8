package ma.qutb.materials.demonstration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import ma.qutb.kernel.Ids;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Prices;
import ma.qutb.materials.stock.NewLot;
import ma.qutb.materials.supply.Delivery;
import ma.qutb.materials.supply.NewOrder;
import ma.qutb.materials.supply.OrderingMaterial;
import ma.qutb.materials.supply.PayingSuppliers;
import ma.qutb.materials.supply.ReceivingMaterial;
import org.springframework.stereotype.Component;

/** What the story buys: the quote of the week, and material when little is left. */
@Component
class Supply {

    private static final long LOW = 4_000 * Shelf.GRAM;
    private static final long DELIVERY = 5_000 * Shelf.GRAM;

    private final Setting setting;
    private final Prices prices;
    private final OrderingMaterial ordering;
    private final ReceivingMaterial receiving;
    private final PayingSuppliers paying;
    private final Shelf shelf;

    Supply(
            Setting setting,
            Prices prices,
            OrderingMaterial ordering,
            ReceivingMaterial receiving,
            PayingSuppliers paying,
            Shelf shelf) {
        this.setting = setting;
        this.prices = prices;
        this.ordering = ordering;
        this.receiving = receiving;
        this.paying = paying;
        this.shelf = shelf;
    }

    /** It rises for a year and a half by about a third, with a quarter of falling. */
    void quote(LocalDate day, RandomGenerator random) {
        var now = prices.replacement(MaterialCode.SILVER, day)
                .orElseThrow()
                .price()
                .perUnit(3);
        double drift = day.getMonthValue() % 4 == 0 ? -0.006 : 0.0055;
        var next = now.multiply(BigDecimal.valueOf(1 + drift + (random.nextDouble() - .5) * .02))
                .setScale(2, RoundingMode.HALF_UP);
        setting.quote(day, next.max(new BigDecimal("7.50")));
    }

    void buyWhenLow(Story story, LocalDate day) {
        for (var fineness : List.of(Shelf.PURE, Shelf.STERLING)) {
            long there = shelf.weight(story, fineness);
            if (there < LOW) {
                buy(story, day, fineness);
            }
        }
    }

    private void buy(Story story, LocalDate day, Fineness fineness) {
        var quote = prices.replacement(MaterialCode.SILVER, day).orElseThrow().price();
        long perGram = quote.times(fineness.fineOf(Shelf.GRAM));
        long money = shelf.inBank(story);
        long weight = Math.min(DELIVERY, money / Math.max(1, perGram) / 2 * Shelf.GRAM);
        if (weight < 500 * Shelf.GRAM) {
            return;
        }
        var order = ordering.order(new NewOrder(
                Ids.next(),
                story.point(),
                story.supplier(),
                MaterialCode.SILVER,
                Optional.of(fineness),
                weight,
                perGram,
                Optional.of(day)));
        var papers = new NewLot.Papers(
                "BL-" + day,
                Optional.empty(),
                "ASSAY-" + day,
                Optional.empty(),
                Optional.of(story.scale()),
                Optional.empty());
        receiving.receive(
                order,
                new Delivery(Ids.next(), day, weight, Optional.of(fineness), Optional.empty(), "BL-" + day, papers),
                Story.CLERK);
        long cost = perGram * (weight / Shelf.GRAM);
        var bill = paying.bill(
                order,
                new PayingSuppliers.Bill(
                        Ids.next(), "F-" + day + "-" + fineness.said(), day, Optional.empty(), cost, Optional.empty()),
                Story.DIRECTOR);
        paying.pay(Ids.next(), bill, day, cost, "VIR-" + day + "-" + fineness.said(), Story.DIRECTOR);
    }
}
