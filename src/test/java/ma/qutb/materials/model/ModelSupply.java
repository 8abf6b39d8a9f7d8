package ma.qutb.materials.model;

import static ma.qutb.materials.model.ModelBook.MONEY;
import static ma.qutb.materials.model.ModelBook.share;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.qutb.ledger.ChartRole;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.Taking;
import ma.qutb.materials.model.ModelBook.Entry;
import ma.qutb.materials.model.ModelBook.Place;
import org.jspecify.annotations.Nullable;

/** What is ordered, comes, is billed and is paid. */
class ModelSupply {

    static class Order {
        final UUID id;
        final SalePoint point;
        final int fineness;
        final long weight;
        final long price;
        final LocalDate day;
        long came;
        long notBilled;
        boolean closed;

        Order(UUID id, SalePoint point, int fineness, long weight, long price, LocalDate day) {
            this.id = id;
            this.point = point;
            this.fineness = fineness;
            this.weight = weight;
            this.price = price;
            this.day = day;
        }
    }

    static class Bill {
        final UUID id;
        final Order order;
        final String reference;
        final LocalDate day;
        long open;

        Bill(UUID id, Order order, String reference, LocalDate day, long open) {
            this.id = id;
            this.order = order;
            this.reference = reference;
            this.day = day;
            this.open = open;
        }
    }

    final ModelStock stock;
    final UUID supplier;
    final List<Order> orders = new ArrayList<>();
    final List<Bill> bills = new ArrayList<>();

    ModelSupply(ModelStock stock, UUID supplier) {
        this.stock = stock;
        this.supplier = supplier;
    }

    private Place owed(ChartRole role) {
        return new Place(role, MONEY, stock.fund, supplier);
    }

    static Place bank(SalePoint point) {
        return new Place(ChartRole.BANK, MONEY, point.id().value(), null);
    }

    /** Nobody takes more out of a bank account than it holds. */
    static void checkBank(ModelBook book, SalePoint point, long amount) {
        Refused.when(amount > book.balance(bank(point)), "materials.bank.refusal.too-little");
    }

    void checkDelivery(Order order, long weight, LocalDate day, LocalDate today) {
        Refused.when(weight <= 0, "materials.order.refusal.no-weight");
        Refused.when(order.closed, "materials.order.refusal.closed");
        Refused.when(
                order.came + weight > order.weight + share(order.weight, 5, 100),
                "materials.receipt.refusal.more-than-ordered");
        Refused.when(day.isAfter(today) || day.isBefore(order.day), "materials.receipt.refusal.day");
    }

    /** A lot comes and its cost is owed, but not billed. */
    void came(Order order, UUID id, long weight, int fineness, @Nullable Long cost, LocalDate day) {
        long worth = cost == null ? share(weight, order.price, 1_000) : cost;
        var whole = new Taking(weight, ModelStock.fineOf(weight, fineness), worth);
        var lot = stock.add(id, fineness, whole, day);
        stock.lies(order.point, lot);
        var entry = stock.put(new Entry(day), order.point, lot, whole, 1);
        stock.outside(entry, weight, whole.fine(), -1).add(owed(ChartRole.PAYABLE), -worth);
        stock.book.write(entry);
        order.came += weight;
        order.notBilled += worth;
    }

    void checkBill(Order order, String reference, long amount, LocalDate day, LocalDate today) {
        Refused.when(amount <= 0, "materials.invoice.refusal.no-amount");
        Refused.when(order.notBilled == 0, "materials.invoice.refusal.nothing-open");
        Refused.when(day.isAfter(today), "materials.invoice.refusal.day");
        Refused.when(bills.stream().anyMatch(it -> it.reference.equals(reference)), "materials.invoice.refusal.known");
    }

    void billed(Order order, UUID id, String reference, long amount, LocalDate day) {
        stock.book.write(new Entry(day)
                .add(owed(ChartRole.PAYABLE), order.notBilled)
                .add(owed(ChartRole.SUPPLIER), -amount)
                .add(new Place(ChartRole.EXPENSE, MONEY, stock.fund, null), amount - order.notBilled));
        order.notBilled = 0;
        bills.add(new Bill(id, order, reference, day, amount));
    }

    void checkPayment(Bill bill, long amount, LocalDate day, LocalDate today) {
        Refused.when(amount <= 0, "materials.payment.refusal.no-amount");
        Refused.when(amount > bill.open, "materials.payment.refusal.too-much");
        Refused.when(day.isAfter(today) || day.isBefore(bill.day), "materials.payment.refusal.day");
        checkBank(stock.book, bill.order.point, amount);
    }

    void paid(Bill bill, long amount, LocalDate day) {
        stock.book.write(new Entry(day).add(owed(ChartRole.SUPPLIER), amount).add(bank(bill.order.point), -amount));
        bill.open -= amount;
    }
}
