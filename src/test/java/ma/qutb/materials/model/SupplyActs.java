package ma.qutb.materials.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotId;
import ma.qutb.materials.model.ModelSupply.Bill;
import ma.qutb.materials.model.ModelSupply.Order;
import ma.qutb.materials.stock.NewLot;
import ma.qutb.materials.supply.Delivery;
import ma.qutb.materials.supply.NewOrder;
import ma.qutb.materials.supply.PayingSuppliers;

/** Ordering, receiving, being billed, paying. */
class SupplyActs {

    private final Sequence all;

    SupplyActs(Sequence all) {
        this.all = all;
    }

    void act() {
        switch (all.random.nextInt(8)) {
            case 0 -> order();
            case 1 -> close();
            case 2 -> bill();
            case 3 -> pay();
            default -> receive();
        }
    }

    void order() {
        var point = all.anyPoint();
        boolean odd = all.random.nextInt(12) == 0;
        int fineness = odd ? 9_300 : all.any(Sequence.FINENESSES.subList(0, 2));
        long weight = all.random.nextLong(-1, 40) * 12_345;
        long price = all.random.nextLong(700, 1_500);
        var wanted = new NewOrder(
                Sequence.key(),
                point,
                all.supplier,
                Sequence.silver(),
                Optional.of(new Fineness(fineness)),
                weight,
                price,
                Optional.empty());
        all.<UUID>actOnce(
                () -> {
                    Refused.when(weight <= 0, "materials.order.refusal.no-weight");
                    Refused.when(odd, "materials.order.refusal.fineness");
                    return id -> all.supply.orders.add(new Order(id, point, fineness, weight, price, all.today()));
                },
                () -> all.program.ordering().order(wanted));
    }

    private void close() {
        if (all.supply.orders.isEmpty()) {
            return;
        }
        var order = all.any(all.supply.orders);
        all.act(
                () -> {
                    Refused.when(order.closed || order.came >= order.weight, "materials.order.refusal.closed");
                    return it -> order.closed = true;
                },
                () -> {
                    all.program.ordering().close(order.id, "تأخر");
                    return order;
                });
    }

    void receive() {
        if (all.supply.orders.isEmpty()) {
            order();
            return;
        }
        var order = all.any(all.supply.orders);
        long weight = all.partOf(Math.max(1, order.weight - order.came));
        int fineness = all.random.nextInt(3) > 0 ? order.fineness : all.any(Sequence.FINENESSES);
        Long cost = all.random.nextInt(3) > 0 ? null : all.random.nextLong(0, 600_000);
        var day = all.anyDay();
        var delivery = new Delivery(
                Sequence.key(),
                day,
                weight,
                fineness == order.fineness ? Optional.empty() : Optional.of(new Fineness(fineness)),
                Optional.ofNullable(cost),
                "BL",
                NewLot.Papers.NONE);
        all.<LotId>actOnce(
                () -> {
                    all.supply.checkDelivery(order, weight, day, all.today());
                    return id -> all.supply.came(order, id.value(), weight, fineness, cost, day);
                },
                () -> all.program.receiving().receive(order.id, delivery, Sequence.CLERK));
    }

    private void bill() {
        if (all.supply.orders.isEmpty()) {
            return;
        }
        var order = all.any(all.supply.orders);
        var reference = "F" + all.random.nextInt(12);
        long amount = order.notBilled + all.random.nextLong(-200, 200);
        var day = all.anyDay();
        var bill = new PayingSuppliers.Bill(Sequence.key(), reference, day, Optional.empty(), amount, Optional.empty());
        all.<UUID>actOnce(
                () -> {
                    all.supply.checkBill(order, reference, amount, day, all.today());
                    return id -> all.supply.billed(order, id, reference, amount, day);
                },
                () -> all.program.paying().bill(order.id, bill, Sequence.DIRECTOR));
    }

    private void pay() {
        List<Bill> bills = all.supply.bills;
        if (bills.isEmpty()) {
            bill();
            return;
        }
        var bill = all.any(bills);
        long amount = all.partOf(bill.open);
        var day = all.anyDay();
        var key = Sequence.key();
        all.<UUID>actOnce(
                () -> {
                    all.supply.checkPayment(bill, amount, day, all.today());
                    return id -> all.supply.paid(bill, amount, day);
                },
                () -> all.program.paying().pay(key, bill.id, day, amount, "VIR", Sequence.DIRECTOR));
    }
}
