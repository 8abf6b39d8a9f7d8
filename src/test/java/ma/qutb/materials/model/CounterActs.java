package ma.qutb.materials.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotId;
import ma.qutb.materials.SaleId;
import ma.qutb.materials.counter.Payment;
import ma.qutb.materials.counter.QuotaPeriod;
import ma.qutb.materials.counter.SaleRequest;
import ma.qutb.materials.credit.Agreement;
import ma.qutb.materials.credit.RepaymentRequest;
import ma.qutb.materials.model.ModelBook.Entry;
import ma.qutb.materials.model.ModelCounter.Credit;
import ma.qutb.materials.model.ModelCounter.Sale;
import ma.qutb.materials.model.ModelCounter.Wanted;

/** Selling, undoing, lending, taking back. */
class CounterActs {

    private final Sequence all;
    private final ModelCounter counter;

    CounterActs(Sequence all) {
        this.all = all;
        this.counter = all.counter;
    }

    void act() {
        switch (all.random.nextInt(10)) {
            case 0 -> quota();
            case 1 -> grant();
            case 2, 3 -> repay();
            case 4, 5 -> undo();
            default -> sell();
        }
    }

    void sell() {
        var till = all.any(all.tills);
        var there = all.stock.at(till.point);
        var lot = there.isEmpty() ? null : all.any(there);
        int fineness = lot == null ? 9_990 : lot.fineness();
        boolean chosen = lot != null && all.random.nextInt(4) == 0;
        long weight =
                all.partOf(lot == null ? 1_000 : all.stock.left(till.point, lot).weight());
        var payment = all.any(List.of(Payment.CASH, Payment.CASH, Payment.TRANSFER, Payment.CREDIT));
        var buyer = all.anyBuyer();
        var wanted = new Wanted(
                till,
                buyer.value(),
                fineness,
                chosen ? lot : null,
                weight,
                payment,
                all.reason().strip());
        var request = new SaleRequest(
                Sequence.key(),
                till.point.id(),
                till.till.id(),
                buyer,
                Sequence.silver(),
                new Fineness(fineness),
                weight,
                chosen && lot != null ? new LotId(lot.id()) : null,
                payment,
                wanted.reference(),
                null,
                false);
        all.<SaleId>actOnce(
                () -> {
                    var today = all.today();
                    var offer = counter.sell(wanted, today);
                    return id -> {
                        all.book.write(offer.entry());
                        counter.sales.add(
                                new Sale(id.value(), wanted, today, offer.due(), offer.price(), offer.entry()));
                    };
                },
                () -> all.program.selling().sell(request, Sequence.CLERK));
    }

    private void undo() {
        if (counter.sales.isEmpty()) {
            sell();
            return;
        }
        var sale = all.any(counter.sales);
        var reason = all.reason();
        all.act(
                () -> {
                    var entry = counter.undo(sale, reason, all.today());
                    return it -> {
                        all.book.write(entry);
                        sale.undone = true;
                        sale.still = 0;
                    };
                },
                () -> {
                    all.program.undoing().undo(new SaleId(sale.id), Sequence.key(), reason, Sequence.CLERK);
                    return sale;
                });
    }

    private void quota() {
        var point = all.anyPoint();
        long most = all.random.nextLong(0, 30) * 10_000;
        all.act(
                () -> {
                    Refused.when(most == 0, "materials.quota.refusal.nothing");
                    return it -> counter.quotas.put(point.id().value(), most);
                },
                () -> {
                    all.program
                            .quotas()
                            .set(
                                    point.id(),
                                    Sequence.silver(),
                                    all.today(),
                                    QuotaPeriod.MONTH,
                                    most,
                                    "المادة 4",
                                    Sequence.DIRECTOR);
                    return point;
                });
    }

    void grant() {
        var buyer = all.anyBuyer();
        var credit = new Credit(all.random.nextLong(0, 8) * 1_000_00, all.random.nextInt(1, 45));
        LocalDate today = all.today();
        all.act(
                () -> {
                    Refused.when(buyer.equals(all.crowd.neighbour()), "materials.counter.refusal.no-artisan");
                    return it -> counter.grant(buyer.value(), credit);
                },
                () -> {
                    var agreement = new Agreement(credit.ceiling(), credit.days(), today, null, "عقد 1");
                    all.program.granting().grant(all.fund, buyer, agreement, Sequence.DIRECTOR);
                    return buyer;
                });
    }

    private void repay() {
        var till = all.any(all.tills);
        var buyer = all.anyBuyer();
        var payment = all.any(List.of(Payment.CASH, Payment.TRANSFER));
        var reference = all.reason().strip();
        long amount = all.partOf(all.book.balance(ModelCounter.owes(buyer.value())));
        var request =
                new RepaymentRequest(Sequence.key(), till.point, till.till.id(), buyer, amount, payment, reference);
        all.<UUID>actOnce(
                () -> {
                    var parts = counter.repay(buyer.value(), till, payment, reference, amount);
                    return id -> repaid(buyer.value(), till, payment, amount, parts);
                },
                () -> all.program.repaying().take(request, Sequence.CLERK));
    }

    private void repaid(UUID buyer, ModelTill till, Payment payment, long amount, Map<Sale, Long> parts) {
        parts.forEach((sale, part) -> sale.still -= part);
        all.book.write(new Entry(all.today())
                .add(payment == Payment.CASH ? till.place() : ModelSupply.bank(till.point), amount)
                .add(ModelCounter.owes(buyer), -amount));
    }
}
